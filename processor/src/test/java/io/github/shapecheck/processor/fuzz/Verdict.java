package io.github.shapecheck.processor.fuzz;

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

  private Verdict() {}

  static String of(WarmCompiler compiler, String path, String source, List<String> options) {
    long start = THREADS.getCurrentThreadCpuTime();
    String fault;
    try {
      fault = ofMessages(compiler.messages(path, source, options));
    } catch (RuntimeException | Error thrown) {
      fault = ofThrown(thrown);
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    return fault.isEmpty() && nanos > MOST_NANOS ? "more than 5 s of CPU" : fault;
  }

  private static String ofMessages(List<String> messages) {
    for (String text : messages) {
      if (text.contains("[internal]")) {
        return text.substring(0, Math.min(text.length(), 2_000));
      }
      if (text.startsWith("[") && text.length() > LONGEST) {
        return "a message of " + text.length() + " characters: " + text.substring(0, 200);
      }
      if (text.contains("ShapeReport.java") && !text.startsWith("[")) {
        return "what is generated does not compile: " + text;
      }
    }
    return "";
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
