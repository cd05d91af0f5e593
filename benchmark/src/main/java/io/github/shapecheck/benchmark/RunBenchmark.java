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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds and bytes for each step of ResNet-50, its size given and free. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RunBenchmark {
  private static final int STEPS = 175;

  private Model fixed = Networks.resnet50("[3, 224, 224]");
  private Model free = Networks.resnet50("[3, H, W]");

  /** Checks that the networks are what the numbers are divided by. */
  @Setup
  public void check() {
    for (Model model : new Model[] {fixed, free}) {
      Trace trace = Interpreter.run(model);
      if (trace.steps().size() != STEPS || trace.hasErrors()) {
        throw new IllegalStateException(trace.steps().size() + " steps, " + trace.problems());
      }
    }
  }

  /** Images of 224 by 224. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Trace resnet50() {
    return Interpreter.run(fixed);
  }

  /** Images of any size. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public Trace resnet50OfAnySize() {
    return Interpreter.run(free);
  }
}
