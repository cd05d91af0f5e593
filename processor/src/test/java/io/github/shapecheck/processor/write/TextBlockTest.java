package io.github.shapecheck.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text blocks say what was to be said, whatever it is. */
class TextBlockTest {
  @Test
  void whatIsWrittenIsWhatIsRead() throws Exception {
    List<String> hostile =
        List.of(
            "  two spaces in front, one behind ",
            "\"\"\" and \\u0041 and \\ and \\\"",
            "h\u00f6he \u20ac",
            " ",
            "",
            "a " + "long line of \u20ac ".repeat(20_000),
            " " + "x ".repeat(50_000));
    List<String> blocks = TextBlock.of(hostile);
    assertTrue(blocks.size() > 4, () -> blocks.size() + " blocks");
    String source =
        "class T { static String text() { return String.join(\"\",\n"
            + String.join(",\n", blocks)
            + "); } }";
    Compilation compilation = Compiler.JAVAC.compile(Job.of(Sources.of("T.java", source)));
    assertEquals(List.of(), compilation.errors());
    var method = compilation.loader().loadClass("T").getDeclaredMethod("text");
    method.setAccessible(true);
    assertEquals(String.join("\n", hostile) + "\n", method.invoke(null));
  }
}
