package io.github.shapecheck.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TableRenderingTest {
  @Test
  void convNet() {
    assertEquals(
        """
        com.acme.ConvNet
        Layer    Type       Output           Weights                 Params
        -------------------------------------------------------------------
        x        (input)    [N, 1, 28, 28]
        conv1    Conv2d     [N, 10, 24, 24]  [10, 1, 5, 5] [10]         260
        relu     relu       [N, 10, 24, 24]
        pool     MaxPool2d  [N, 10, 12, 12]
        conv2    Conv2d     [N, 20, 10, 10]  [20, 10, 3, 3] [20]      1,820
        flatten  flatten    [N, 2000]
        fc1      Linear     [N, 500]         [500, 2000] [500]    1,000,500
        fc2      Linear     [N, 10]          [10, 500] [10]           5,010
        -------------------------------------------------------------------
        parameters   1,007,590 (3.8 MiB as float32)
        MACs         1,329,000 (1.33 M) per sample
        memory       63.5 KiB forward, 123.9 KiB training, 48.1 KiB at once (N = 1)
        x admits     1.. | 1 | 28..29 | 28..29
        """,
        Samples.convNet().toString());
  }

  @Test
  void columnsWidthAndDepthAreChosen() {
    TableOptions options =
        TableOptions.defaults()
            .width(40)
            .depth(0)
            .columns(Column.LAYER, Column.OUTPUT, Column.PARAMS);
    assertEquals(
        """
        Layer  Output                     Params
        ----------------------------------------
        x      [N, 3, H, W]
        y      [N]
        stem   [N, 8, floor((H - 1)/2)..     232
        up     [N, 8, H, W]
        split  [N, 4, H, W], [N, 4]
        """,
        Samples.free()
            .toString(options)
            .lines()
            .skip(1)
            .limit(7)
            .reduce("", (a, b) -> a + b + "\n"));
  }

  @Test
  void whatIsNotToldBeforehandFitsEightyColumns() {
    TableOptions all = TableOptions.defaults().columns(Column.values());
    for (ShapeReport report : new ShapeReport[] {Samples.convNet(), Samples.free()}) {
      for (TableOptions options : new TableOptions[] {TableOptions.defaults(), all}) {
        String table = report.toString(options);
        assertTrue(table.lines().allMatch(line -> line.length() <= 80), table);
      }
    }
    assertTrue(Samples.convNet().toString(all).contains(" 1.00 M "), "counts in units");
  }

  @Test
  void alikeModulesAreOneLine() {
    TableOptions options = TableOptions.defaults().depth(0).columns(Column.LAYER, Column.MEMORY);
    String table = Samples.deep(500).toString(options);
    assertTrue(table.contains("\nblock0..49 x 50  23.4 MiB (N = 1)\n"), table);
  }

  @Test
  void charactersOutsideAsciiAreEscapedUnlessAskedFor() {
    assertTrue(Samples.free().toString().startsWith("a<b>&\"c\"|`\\u00f6\\u000a\n"));
    TableOptions options = TableOptions.defaults().keepUnicode();
    assertTrue(Samples.free().toString(options).startsWith("a<b>&\"c\"|`\u00f6\\u000a\n"));
  }

  @Test
  void aModelWithoutStepsOrSizesIsShownToo() {
    ReportBuilder r = new ReportBuilder("Broken");
    r.input("x", "[N, 3, H, ?]");
    r.step("a", "Conv2d").from("x");
    r.step("b", "view").from("a").output("[?, ?]").macs("?").view();
    for (ShapeReport report : new ShapeReport[] {r.build(), new ReportBuilder("Empty").build()}) {
      assertTrue(report.toString().startsWith(report.model()));
      assertTrue(report.toMarkdown().contains(report.model()));
      assertTrue(report.toHtml().contains(report.model()));
      assertTrue(report.toMermaid().startsWith("flowchart TD"));
      assertTrue(report.toCsv().startsWith("name,"));
      assertTrue(report.toJson().startsWith("{"));
      assertTrue(report.toString(TableOptions.defaults().depth(0)).contains("Layer"));
    }
    assertTrue(r.build().toJson().contains("\"output\": null"));
    assertTrue(r.build().toJson().contains("\"output\": [\"?\", \"?\"]"));
  }

  @Test
  void noLineIsWiderThanAsked() {
    for (int width : new int[] {80, 120}) {
      TableOptions options = TableOptions.defaults().width(width);
      int rule = Samples.free().toString(options).lines().mapToInt(String::length).max().orElse(0);
      assertTrue(rule <= width, "width " + width + " gives " + rule);
    }
  }
}
