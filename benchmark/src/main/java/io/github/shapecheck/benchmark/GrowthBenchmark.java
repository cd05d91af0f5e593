package io.github.shapecheck.benchmark;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of a whole run against its number of steps, which is to grow in step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class GrowthBenchmark {
  @Param({"10", "100", "1000", "10000"})
  private int steps;

  private Model model = Networks.chain(2);

  /** Builds the chain. */
  @Setup
  public void build() {
    model = Networks.chain(steps);
  }

  /** One run. */
  @Benchmark
  public Trace run() {
    return Interpreter.run(model);
  }
}
