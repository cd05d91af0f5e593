package io.github.shapecheck.processor.fuzz;

import io.github.shapecheck.processor.compile.Compilation;
import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What is wrong with how shapecheck took a source; "" where nothing is. */
final class Verdict {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int LONGEST = 4_096;

  private Verdict() {}

  static String of(Compiler compiler, String path, String source) {
    long start = THREADS.getCurrentThreadCpuTime();
    String fault;
    try {
      fault = ofMessages(compiler.compile(Job.of(Sources.of(path, source))));
    } catch (RuntimeException | Error thrown) {
      fault = ofThrown(thrown);
    }
    long nanos = THREADS.getCurrentThreadCpuTime() - start;
    return fault.isEmpty() && nanos > MOST_NANOS ? "more than 5 s of CPU" : fault;
  }

  private static String ofMessages(Compilation compilation) {
    for (CompilerMessage message : compilation.messages()) {
      String text = message.text();
      if (text.startsWith("[internal]")) {
        return text;
      }
      if (text.startsWith("[") && text.length() > LONGEST) {
        return "a message of " + text.length() + " characters: " + text.substring(0, 200);
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
        text.contains("at io.github.shapecheck.processor.")
            && !text.lines()
                .filter(line -> line.contains("at io.github.shapecheck.processor."))
                .allMatch(line -> line.contains(".compile.") || line.contains(".fuzz."));
    return ours ? text.substring(0, Math.min(text.length(), 2_000)) : "";
  }
}
