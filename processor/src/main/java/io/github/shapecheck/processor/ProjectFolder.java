package io.github.shapecheck.processor;

import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Takes the relative paths of options from the folder of the project that is compiled: a build of
 * several projects runs their compilers in one folder.
 */
final class ProjectFolder {
  private static final List<String> BUILD_FILES =
      List.of("pom.xml", "build.gradle.kts", "build.gradle", "BUILD.bazel", "BUILD");

  private ProjectFolder() {}

  /**
   * The path below the nearest folder around the classes that has a build file, else below the
   * compiler's own.
   *
   * @throws java.nio.file.InvalidPathException for a path that this system cannot have
   */
  static Path resolve(ProcessingEnvironment environment, String path) {
    Path given = Path.of(path);
    Path project = given.isAbsolute() ? null : around(classes(environment));
    return project == null ? given : project.resolve(given);
  }

  private static @Nullable Path around(@Nullable Path folder) {
    for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
      Path here = candidate;
      if (BUILD_FILES.stream().anyMatch(file -> Files.isRegularFile(here.resolve(file)))) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable Path classes(ProcessingEnvironment environment) {
    try {
      return Path.of(
              environment.getFiler().getResource(StandardLocation.CLASS_OUTPUT, "", "any").toUri())
          .toAbsolutePath()
          .getParent();
    } catch (IOException | IllegalArgumentException | FileSystemNotFoundException inMemory) {
      return null;
    }
  }
}
