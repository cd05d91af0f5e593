package io.github.shapecheck.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What docs/building.md shows is what is compiled here and built by the integration module. */
class BuildingPageTest {
  private static final String DJL =
      """
      package ai.djl.nn.core;
      public class Linear {
        public static Builder builder() { return new Builder(); }
        public static class Builder {
          public Builder setUnits(long units) { return this; }
          public Linear build() { return new Linear(); }
        }
      }
      """;

  @ParameterizedTest
  @EnumSource
  void aNameThatIsThereTwice(Compiler compiler) throws IOException {
    Sources sources =
        Sources.of("Net.java", blocks("java").get(1))
            .and(Sources.of("ai/djl/nn/core/Linear.java", DJL));
    assertEquals(List.of(), compiler.compile(Job.of(sources)).messages());
  }

  @Test
  void theModuleIsCalledSo() throws IOException {
    String module = read("annotations/src/main/java/module-info.java");
    assertTrue(module.contains("module io.github.shapecheck {"));
    assertTrue(blocks("java").get(0).contains("requires io.github.shapecheck;"));
  }

  @Test
  void kotlinIsWhatTheIntegrationBuilds() throws IOException {
    String built = read("integration/src/it/kapt/src/fits/kotlin/com/acme/ConvNet.kt");
    assertTrue(built.endsWith(blocks("kotlin").get(1)));
    String pom = read("integration/src/it/kapt/pom.xml").replaceAll("\\s+", " ");
    String shown = blocks("xml").get(0).replaceAll("\\s+", " ").strip();
    assertTrue(pom.contains(shown.replace("0.1.0-SNAPSHOT", "@project.version@")), shown);
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(read("docs/building.md"))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static String read(String path) throws IOException {
    Path here = Path.of("").toAbsolutePath();
    return Files.readString(
        (Files.exists(here.resolve("docs")) ? here : here.getParent()).resolve(path));
  }
}
