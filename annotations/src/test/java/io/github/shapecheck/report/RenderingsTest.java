package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RenderingsTest {
  @Test
  void markdown() throws IOException {
    Golden.check("convnet.md", Samples.convNet().toMarkdown());
    Golden.check("free.md", Samples.free().toMarkdown());
  }

  @Test
  void csv() throws IOException {
    Golden.check("free.csv", Samples.free().toCsv());
  }

  @Test
  void mermaid() throws IOException {
    Golden.check("convnet.mmd", Samples.convNet().toMermaid());
    Golden.check("free.mmd", Samples.free().toMermaid());
  }

  @Test
  void largeModelsAreFoldedInMermaid() {
    ShapeReport deep = Samples.deep(500);
    String folded =
        """
        flowchart TD
          n0(["x"])
          n1["block0..49 x 50<br/>#40;module#41;"]
          n0 -->|"#91;N, 8, 32, 48#93;"| n1
          n1 -->|"#91;N, 8, 32, 48#93;"| out(["output"])
        """;
    assertEquals(unescaped(folded), unescaped(deep.toMermaid()));
    assertEquals(deep.toMermaid(0), deep.toMermaid());
    assertEquals(1 + 1 + 500 + 2 * 50 + 550 + 1, deep.toMermaid(1).lines().count());
  }

  private static String unescaped(String mermaid) {
    return mermaid.replaceAll("#[0-9]+;", "").replaceAll("[\\[\\]()]", "");
  }

  @Test
  void textOfTheUserIsEscapedInEveryForm() {
    String hostile = "</table><script>\"'|`*_[x](y)\n#end";
    String markdown = MarkdownRendering.escaped(hostile);
    assertTrue(markdown.startsWith("&lt;/table&gt;&lt;script&gt;\"'\\|\\`\\*\\_\\[x\\](y) \\#end"));
    String mermaid = MermaidRendering.escaped(hostile);
    assertTrue(mermaid.chars().noneMatch(c -> "<>\"'|`\n".indexOf(c) >= 0), mermaid);
    assertEquals("\"'=1+1,\"\"x\"\"\"", CsvRendering.cell("=1+1,\"x\""));
    assertEquals("-3", CsvRendering.cell("-3"));
    assertEquals("'-a", CsvRendering.cell("-a"));
  }
}
