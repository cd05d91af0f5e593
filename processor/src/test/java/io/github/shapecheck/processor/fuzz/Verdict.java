package io.github.shapecheck.processor.fuzz;

import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.zoo.KnownShapes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** What is wrong with how shapecheck took a source; "" where nothing is. */
final class Verdict {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int LONGEST = 4_096;

  private static final List<String> ALONE = List.of("-nowarn", "-proc:none");

  private Verdict() {}

  static String of(WarmCompiler compiler, String path, String source, List<String> options) {
    long start = THREADS.getCurrentThreadCpuTime();
    String fault = said(compiler, path, source, options);
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    if (!fault.isEmpty() || nanos <= MOST_NANOS) {
      return fault;
    }
    start = THREADS.getCurrentThreadCpuTime();
    String unused = said(compiler, path, source, ALONE);
    nanos -= THREADS.getCurrentThreadCpuTime() - start; // what the compiler takes by itself
    return nanos > MOST_NANOS ? "more than 5 s of CPU" : "";
  }

  private static String said(
      WarmCompiler compiler, String path, String source, List<String> options) {
    try {
      List<String> messages = compiler.messages(path, source, options);
      String fault = ofMessages(messages);
      if (!fault.isEmpty()) {
        return fault;
      }
      String silent = ofRuns(compiler.runs(), messages);
      // What is unknown since it does not compile, the compiler tells.
      return silent.isEmpty() || !compiler.messages(path, source, ALONE).isEmpty() ? "" : silent;
    } catch (RuntimeException | Error thrown) {
      return ofThrown(thrown);
    }
  }

  private static String ofMessages(List<String> messages) {
    for (String text : messages) {
      if (text.contains("[internal]")) {
        return text.substring(0, Math.min(text.length(), 2_000));
      }
      if (isOurs(text) && text.length() > LONGEST) {
        return "a message of " + text.length() + " characters: " + text.substring(0, 200);
      }
      if (isOurs(text) && !text.matches("[ -~\\n]*")) {
        return "not in plain ASCII: " + text;
      }
      if (text.contains("ShapeReport.java") && !isOurs(text)) {
        return "what is generated does not compile: " + text;
      }
    }
    return "";
  }

  private static boolean isOurs(String message) {
    return message.startsWith("[");
  }

  private static String ofRuns(List<Trace> runs, List<String> messages) {
    for (Trace run : runs) {
      if (run.hasErrors() && messages.isEmpty()) {
        return "an error that nobody is told of: " + run.problems();
      }
      List<String> lost = ofRun(run);
      if (!lost.isEmpty()) {
        return "lost without a word: " + lost;
      }
    }
    return "";
  }

  /** The steps that a model lost in silence; a module that nothing uses has no shapes. */
  static List<String> ofRun(Trace run) {
    boolean isModule = run.model().python().isEmpty() && run.model().root().inputs().isEmpty();
    return isModule ? List.of() : KnownShapes.lost(run);
  }

  /** Compilers have faults of their own; ours are those with a frame of ours in them. */
  private static String ofThrown(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    String text = trace.toString();
    boolean ours =
        text.lines()
            .filter(line -> line.contains("at io.github.shapecheck."))
            .anyMatch(line -> !line.contains(".processor.fuzz."));
    return ours ? text.substring(0, Math.min(text.length(), 3_000)) : "";
  }
}
