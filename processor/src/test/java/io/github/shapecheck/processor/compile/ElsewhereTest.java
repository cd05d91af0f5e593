package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Annotated classes that come from a jar, and classes that do not exist at all. */
class ElsewhereTest {
  private static final String LIBRARY =
      """
      package lib;

      import io.github.shapecheck.Params;
      import io.github.shapecheck.Forward;
      import io.github.shapecheck.nn.*;

      public class Library {
        @Params("planes")
        public static class Block {
          @Conv2d(k = 3, p = 1, with = "out = planes") Object conv;
          @ReLU Object relu;
        }

        @Params("inplanes, planes = 16")
        @Forward("return bn(conv(x))")
        public static class Normed {
          @Conv2d(k = 3, p = 1, with = "in = inplanes, out = planes") Object conv;
          @BatchNorm2d(16) Object bn;
        }

        public static class Body {
          @Conv2d(in = 3, out = 8, k = 3) private Object conv;
        }
      }
      """;

  private static final String USER =
      """
      package user;

      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;

      @Input({3, 12, 20})
      @Output({16, 10, 18})
      class Good extends lib.Library.Body {
        @Submodule(value = lib.Library.Block.class, with = "planes = 16", repeat = 2) Object block;
      }

      @Input({4, 12, 20})
      class Bad extends lib.Library.Body {
        @Linear(in = 18, out = 7) Object fc;
      }
      """;

  private static final String MISFIT =
      """
      package user;

      import io.github.shapecheck.*;

      @Input({3, 12, 20})
      class Misfit {
        @Submodule(value = lib.Library.Normed.class, with = "inplanes = 3, planes = 12") Object block;
      }
      """;

  private static final String MISSING =
      """
      package p;

      import io.github.shapecheck.*;
      import io.github.shapecheck.nn.*;

      @Input({3, 12, 20})
      class Unresolved {
        @Conv2d(in = 3, out = Missing.CHANNELS, k = 3) Missing conv;
        @Gone(7) Object gone;
        @Submodule(Nowhere.class) Object block;
      }

      @Input({12})
      class Wrong {
        @Linear(in = 11, out = 2) Object fc;
      }
      """;

  @ParameterizedTest
  @EnumSource
  void classesFromAJarAreModelsToo(Compiler compiler, @TempDir Path folder) throws Exception {
    Job job = Job.of(Sources.of("user/User.java", USER)).withClassPath(library(folder));
    Compilation run = compiler.compile(job);
    assertEquals(1, run.errors().size(), () -> run.messages().toString());
    CompilerMessage message = run.errors().get(0);
    assertTrue(
        message.text().startsWith("[conv-in-channels] conv expects 3 channels but receives 4"),
        message::text);
    assertEquals(13, message.line(), "a class file has no lines: told on the model that uses it");
  }

  @ParameterizedTest
  @EnumSource
  void aNumberOfAModuleFromAJarIsRepairedWhereItIsUsed(Compiler compiler, @TempDir Path folder)
      throws Exception {
    Job job = Job.of(Sources.of("user/Misfit.java", MISFIT)).withClassPath(library(folder));
    List<CompilerMessage> errors = compiler.compile(job).errors();
    assertEquals(1, errors.size(), errors::toString);
    String text = errors.get(0).text();
    assertTrue(text.startsWith("[features] block.bn expects 16 channels but receives 12"), text);
    assertTrue(text.contains("block.bn    value = 16"), text);
    assertTrue(text.contains("fix: block: with = \"inplanes = 3, planes = 16\""), text);
  }

  private static Path library(Path folder) throws IOException {
    Compilation library = Compiler.JAVAC.compile(Job.of(Sources.of("lib/Library.java", LIBRARY)));
    assertEquals(List.of(), library.errors());
    Path jar = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : library.output().entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  @ParameterizedTest
  @EnumSource
  void missingTypesAreTheCompilersErrorsAndNotOurs(Compiler compiler) {
    Compilation run = compiler.compile(Job.of(Sources.of("p/Models.java", MISSING)));
    List<String> ours =
        run.messages().stream()
            .map(CompilerMessage::firstLine)
            .filter(text -> text.startsWith("["))
            .toList();
    assertEquals(List.of("[linear-in] fc expects 11 features but receives 12"), ours);
    assertFalse(run.errors().size() == 1, "the compiler tells what is missing");
  }
}
