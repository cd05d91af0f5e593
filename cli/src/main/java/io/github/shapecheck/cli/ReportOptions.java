package io.github.shapecheck.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands are asked that make a report. */
final class ReportOptions extends ModelOptions {
  @Option(
      names = {"-cp", "--class-path"},
      paramLabel = "PATH",
      description = "classes that the Java files use")
  @Nullable String classPath;

  @Option(names = "--html", paramLabel = "FILE", description = "write the report as a page")
  @Nullable Path html;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write the report as JSON; - is standard output")
  @Nullable Path json;
}
