package io.github.shapecheck.processor.compile;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Eclipse's batch compiler, in this process; what it prints is read back. */
final class Eclipse implements Job.Work {

  /** A message without a place has no line behind it. */
  private static final Pattern RULE =
      Pattern.compile("(?m)^----------\\R|^(?=\\d+\\. (?:ERROR|WARNING)\\b)");

  private static final Pattern PLACED =
      Pattern.compile(
          "\\d+\\. (ERROR|WARNING) in (\\S+) \\(at line (\\d+)\\)\\R"
              + "\\t(.*)\\R\\t([ \\t]*)(\\^+)\\R(?s)(.*)");
  private static final Pattern UNPLACED = Pattern.compile("\\d+\\. (ERROR|WARNING):?(?s)(.*)");

  @Override
  public List<CompilerMessage> run(Job.OnDisk job) throws IOException {
    List<String> arguments = new ArrayList<>(job.options());
    // Not -nowarn: that would silence the processor's warnings too.
    arguments.addAll(
        List.of("-17", "-proceedOnError", "-warn:-unused,serial,raw,unchecked,warningToken"));
    arguments.addAll(List.of("-classpath", job.classPath(), "-processor", job.processor()));
    arguments.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    arguments.addAll(List.of("-d", job.out().toString(), "-s", job.out().toString()));
    arguments.addAll(job.files());
    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said);
    boolean unused =
        BatchCompiler.compile(arguments.toArray(new String[0]), printer, printer, null);
    return messages(job, said.toString());
  }

  private static List<CompilerMessage> messages(Job.OnDisk job, String said) throws IOException {
    List<CompilerMessage> messages = new ArrayList<>();
    for (String part : RULE.split(said)) {
      Matcher placed = PLACED.matcher(part);
      Matcher unplaced = UNPLACED.matcher(part);
      if (placed.matches()) {
        messages.add(message(job, placed));
      } else if (unplaced.matches()) {
        CompilerMessage.Kind kind = CompilerMessage.Kind.valueOf(unplaced.group(1));
        messages.add(new CompilerMessage("", -1, -1, kind, unplaced.group(2).strip(), ""));
      } else if (!part.isBlank() && !part.matches("(?s)\\d+ problems? \\(.*")) {
        throw new IllegalStateException("Not understood: " + part);
      }
    }
    return messages;
  }

  private static CompilerMessage message(Job.OnDisk job, Matcher placed) throws IOException {
    Path file = Path.of(placed.group(2));
    int line = Integer.parseInt(placed.group(3));
    String source = Files.readAllLines(file).get(line - 1);
    int margin = source.length() - source.stripLeading().length();
    int start = margin + placed.group(5).length();
    int end = Math.min(source.length(), start + placed.group(6).length());
    return new CompilerMessage(
        job.name(file),
        line,
        start + 1,
        CompilerMessage.Kind.valueOf(placed.group(1).toUpperCase(Locale.ROOT)),
        placed.group(7).stripTrailing(),
        source.substring(start, end));
  }
}
