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
    String fault = said(compiler, path, source, options);
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    if (!fault.isEmpty() || nanos <= MOST_NANOS) {
      return fault;
    }
    start = THREADS.getCurrentThreadCpuTime();
    String unused = said(compiler, path, source, List.of("-nowarn", "-proc:none"));
    nanos -= THREADS.getCurrentThreadCpuTime() - start; // what the compiler takes by itself
    return nanos > MOST_NANOS ? "more than 5 s of CPU" : "";
  }

  private static String said(
      WarmCompiler compiler, String path, String source, List<String> options) {
    try {
      return ofMessages(compiler.messages(path, source, options));
    } catch (RuntimeException | Error thrown) {
      return ofThrown(thrown);
    }
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
