package io.github.shapecheck.cli;

import io.github.shapecheck.report.ShapeReport;
import java.util.List;
import picocli.CommandLine.Command;

/** Says whether models fit, one line each. */
@Command(
    name = "check",
    description = "Checks models: messages as javac's, exit code 1 if one does not fit.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  shapecheck check convnet.py --input 1,28,28",
      "  shapecheck check tagger.py --class Tagger --with \"hidden = 64\" \\",
      "      --input words=13:long@1",
      "  shapecheck check nets/*.py --input 3,224,224",
      "  shapecheck check ConvNet.java",
      "  shapecheck check src/main/java",
      "  shapecheck check Encoder.java Attention.java --class Encoder --lint error",
      "  cat ConvNet.java | shapecheck check - --json report.json"
    })
final class CheckCommand extends ModelCommand {
  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void tell(List<ShapeReport> reports, Terminal terminal) {
    for (ShapeReport report : reports) {
      terminal.out().println(Summary.of(report));
    }
  }
}
