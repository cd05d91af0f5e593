package io.github.shapecheck.cli;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Prints the reports of models that fit. */
@Command(
    name = "report",
    description = "Prints every layer with its shape, weights and parameters.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  shapecheck report resnet.py --class resnet50 --input 3,-1,-1",
      "  shapecheck report ConvNet.java",
      "  shapecheck report ConvNet.java --html convnet.html"
    })
final class ReportCommand extends ModelCommand {
  ReportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void tell(List<ShapeReport> reports, Terminal terminal) {
    reports.forEach(report -> terminal.out().println(report.toString().stripTrailing()));
  }
}
