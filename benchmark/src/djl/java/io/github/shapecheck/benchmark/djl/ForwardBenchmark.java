package io.github.shapecheck.benchmark.djl;

import io.github.shapecheck.djl.Hook;
import io.github.shapecheck.djl.Selection;
import io.github.shapecheck.djl.ShapecheckBlock;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A forward pass of ResNet-50: of the report, with a hook that never comes, and by hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
public class ForwardBenchmark {
  /** Images at once. */
  @Param({"1", "8"})
  public int batch;

  /** Which network. */
  @Param({"checked", "hooked", "byHand"})
  public String network;

  private Run run;

  /** Makes the network. */
  @Setup
  public void open() {
    run = run(network, batch);
  }

  static Run run(String network, int batch) {
    if (network.equals("byHand")) {
      return new Run(HandWritten.resNet50(), batch);
    }
    ShapecheckBlock block = ShapecheckBlock.of(ResNet50ShapeReport.report());
    Run run = new Run(block, batch);
    if (network.equals("hooked")) {
      Hook unused = block.onForward(Selection.named("nothing"), call -> {});
    }
    return run;
  }

  /** Ends it. */
  @TearDown
  public void close() {
    run.close();
  }

  /** One forward pass. */
  @Benchmark
  public float forward() {
    return run.forward();
  }
}
