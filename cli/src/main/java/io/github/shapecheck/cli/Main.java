package io.github.shapecheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program {@code shapecheck}: picks the command and gives its exit code. */
@Command(
    name = "shapecheck",
    description =
        "Checks the shapes of neural networks: PyTorch models and annotated Java classes.",
    subcommands = {CheckCommand.class, ReportCommand.class, ConvertCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shapecheck check convnet.py --input 1,28,28",
      "  shapecheck check src/main/java/com/acme/*.java",
      "  shapecheck report ConvNet.java --html convnet.html",
      "  shapecheck convert convnet.py --input 1,28,28 -o src --package com.acme",
      "",
      "Exit codes: 0 fits, 1 does not, 2 the command itself is wrong."
    })
public final class Main {
  private static final int LONGEST = 1_000;

  private Main() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Terminal.system(), arguments));
  }

  /** Runs the command on a terminal. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new Main(), factory(terminal));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
    line.setParameterExceptionHandler(
        (wrong, given) -> {
          String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
          terminal.err().println(command + ": " + cut(String.valueOf(wrong.getMessage())));
          terminal.err().println("see " + command + " --help");
          return CommandLine.ExitCode.USAGE;
        });
    line.setExecutionExceptionHandler(
        (exception, command, result) -> {
          terminal.err().println("shapecheck: " + cut(reason(exception)));
          return CommandLine.ExitCode.USAGE;
        });
    try {
      return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    } catch (StackOverflowError | OutOfMemoryError tooLarge) {
      terminal.err().println("shapecheck: the model is too large for this Java: " + tooLarge);
      return CommandLine.ExitCode.USAGE;
    } finally {
      terminal.flush();
    }
  }

  private static String reason(Exception exception) {
    if (exception instanceof InvalidPathException wrong) {
      return wrong.getReason() + " in the name of a file";
    } else if (exception instanceof IOException unreadable) {
      return PythonFiles.reason(unreadable);
    } else if (exception instanceof UncheckedIOException unreadable) {
      return PythonFiles.reason(Objects.requireNonNull(unreadable.getCause()));
    }
    return "a fault of its own, not of the model: " + exception;
  }

  /** What quotes an argument of megabytes. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  /** Commands are made with the terminal that they write to. */
  private static CommandLine.IFactory factory(Terminal terminal) {
    return new CommandLine.IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        if (ModelCommand.class.isAssignableFrom(type) || type == ConvertCommand.class) {
          return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
        }
        return CommandLine.defaultFactory().create(type);
      }
    };
  }

  /** The version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Properties properties = new Properties();
      try (InputStream file = Main.class.getResourceAsStream("version.properties")) {
        properties.load(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new String[] {"shapecheck " + properties.getProperty("version")};
    }
  }
}
