package io.github.shapecheck.processor.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * Takes away what an earlier build into the same folder wrote, where the compiler would take it for
 * a class that is there already: Eclipse's batch compiler refuses to write a type that it finds on
 * its class path, be it its own output.
 */
public final class EarlierBuild {
  private static final String BATCH = "org.eclipse.jdt.internal.compiler.apt.dispatch.Batch";
  private static final String REPORT = "io/github/shapecheck/report/ShapeReport";

  private EarlierBuild() {}

  /**
   * To be called before anything asks for more than the names of the {@code roots}: a type that was
   * looked up once stays.
   */
  public static void remove(
      ProcessingEnvironment environment, Collection<? extends Element> roots) {
    if (!environment.getClass().getName().startsWith(BATCH)) {
      return;
    }
    for (Element root : roots) {
      if (root instanceof TypeElement type) {
        remove(environment, StandardLocation.CLASS_OUTPUT, type);
        remove(environment, StandardLocation.SOURCE_OUTPUT, type);
      }
    }
  }

  private static void remove(
      ProcessingEnvironment environment, Location location, TypeElement type) {
    String name = type.getSimpleName().toString();
    String qualified = type.getQualifiedName().toString();
    String home = qualified.substring(0, Math.max(0, qualified.length() - name.length() - 1));
    try {
      Path file =
          Path.of(environment.getFiler().getResource(location, home, name + ".class").toUri());
      String reports = name.replace("$", "?") + "{,_*}ShapeReport.{class,java}";
      try (DirectoryStream<Path> written = Files.newDirectoryStream(file.getParent(), reports)) {
        for (Path report : written) {
          if (isOurs(report)) {
            Files.delete(report);
          }
        }
      }
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException none) {
      // the first build, or one that writes no files
    }
  }

  private static boolean isOurs(Path report) throws IOException {
    String text = Files.readString(report, StandardCharsets.ISO_8859_1);
    return text.contains(REPORT) || text.contains(REPORT.replace('/', '.'));
  }
}
