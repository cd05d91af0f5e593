package io.github.shapecheck.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.shapecheck.djl.libtorch.Numbers;
import io.github.shapecheck.report.Layer;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Weight;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Networks that are compiled for a test, and numbers for them that PyTorch's recorder has too. */
final class Networks {
  private Networks() {}

  /** The reports of some classes by name. */
  static Map<String, ShapeReport> reports(Map<String, String> sources, String... options) {
    try {
      Path folder = Files.createTempDirectory("networks");
      try {
        return compiled(sources, folder, options);
      } finally {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ShapeReport report(String name, String source) {
    return reports(Map.of(name, source)).get(name);
  }

  private static Map<String, ShapeReport> compiled(
      Map<String, String> sources, Path folder, String... more) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    StringWriter messages = new StringWriter();
    String path = System.getProperty("java.class.path");
    List<String> options =
        new ArrayList<>(List.of("-d", folder.toString(), "-cp", path, "-processorpath", path));
    options.addAll(List.of(more));
    JavaCompiler.CompilationTask task =
        compiler.getTask(messages, null, null, options, null, files);
    if (!task.call()) {
      throw new IllegalArgumentException(messages.toString());
    }
    Map<String, ShapeReport> reports = new TreeMap<>();
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, Networks.class.getClassLoader())) {
      for (String name : sources.keySet()) {
        if (Files.exists(folder.resolve(name.replace('.', '/') + "ShapeReport.class"))) {
          var method = loader.loadClass(name + "ShapeReport").getDeclaredMethod("report");
          method.setAccessible(true);
          reports.put(name, (ShapeReport) method.invoke(null));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return reports;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** A tensor of numbers. */
  static NDArray array(NDManager manager, Numbers numbers) {
    return array(manager, numbers, DataType.FLOAT32);
  }

  /** The same, smooth numbers in another precision. */
  static NDArray array(NDManager manager, Numbers numbers, DataType real) {
    NDArray made = manager.create(numbers.values(), new Shape(numbers.shape()));
    return made.toType(numbers.bound() > 0 ? DataType.INT64 : real, false);
  }

  /** Smooth numbers that repeat nowhere. */
  static NDArray numbers(NDManager manager, Shape shape, int seed, double scale) {
    return array(manager, new Numbers(shape.getShape(), seed, scale, 0, Numbers.Kind.SINE, 0));
  }

  /** The same in double precision. */
  static NDArray doubles(NDManager manager, Shape shape, int seed) {
    return manager.create(Numbers.smooth(shape.getShape(), seed).values(), shape);
  }

  /** Integers below a bound. */
  static NDArray indices(NDManager manager, Shape shape, long bound) {
    return array(manager, Numbers.below(bound, shape.getShape()));
  }

  /** The block with weights as the recorder gives them: by their names in order. */
  static ShapecheckBlock block(NDManager manager, ShapeReport report) {
    ShapecheckBlock block = ShapecheckBlock.of(report);
    Map<String, Boolean> names = new TreeMap<>();
    for (Layer layer : report.layers()) {
      for (Weight weight : layer.weights()) {
        boolean bare = weight.name().equals(layer.path());
        boolean count = weight.name().equals("num_batches_tracked");
        names.put(bare ? weight.name() : layer.path() + "." + weight.name(), count);
      }
    }
    int seed = 10;
    for (Map.Entry<String, Boolean> name : names.entrySet()) {
      if (!name.getValue()) {
        Shape shape = block.parameter(name.getKey()).getShape();
        NDArray made = numbers(manager, shape, seed, 0.5);
        block.set(
            name.getKey(), name.getKey().endsWith("running_var") ? made.abs().add(0.5f) : made);
      }
      seed++;
    }
    return block;
  }

  /** The block with weights of a size that keeps values where they are, which need gradients. */
  static ShapecheckBlock scaled(NDManager manager, ShapeReport report, DataType type) {
    return weighed(manager, report, type, Numbers::weight);
  }

  /** The block with weights by their names and shapes, which need gradients. */
  static ShapecheckBlock weighed(
      NDManager manager,
      ShapeReport report,
      DataType type,
      BiFunction<String, long[], Numbers> weights) {
    ShapecheckBlock block = ShapecheckBlock.of(report);
    for (String name : block.getParameters().keys()) {
      Shape shape = block.parameter(name).getShape();
      block.set(name, array(manager, weights.apply(name, shape.getShape()), type));
      if (block.parameter(name).requiresGradient()) {
        block.parameter(name).getArray().setRequiresGradient(true);
      }
    }
    return block;
  }

  static NDList forward(NDManager manager, ShapecheckBlock block, NDArray... inputs) {
    return block.forward(new ParameterStore(manager, false), new NDList(inputs), false);
  }

  static NDList train(NDManager manager, ShapecheckBlock block, NDArray... inputs) {
    return block.forward(new ParameterStore(manager, false), new NDList(inputs), true);
  }

  static double[] doubles(NDArray array) {
    NDArray plain = array.toType(DataType.FLOAT64, false);
    return plain.toDoubleArray();
  }
}
