package io.github.shapecheck.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.github.shapecheck.djl.libtorch.Answer;
import io.github.shapecheck.djl.libtorch.LibTorch;
import io.github.shapecheck.djl.libtorch.Numbers;
import io.github.shapecheck.djl.libtorch.Question;
import io.github.shapecheck.djl.libtorch.ScriptWriter;
import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * With equal weights the block gives the values and the gradients of LibTorch itself, which runs
 * the same steps in TorchScript in another process: the operations of operations.txt, the networks
 * of the example and those of the zoo.
 */
class LibTorchTest {
  private static final double TOLERANCE = 1e-4;

  /** What of operations.txt TorchScript has no words for. */
  private static final List<String> UNSPOKEN = List.of("torch.tensordot", "[..., [");

  private static final int MOST = 470;

  /** Multiplications that are not worth their time, as the zoo has smaller ones of the kind. */
  private static final long MACS = 400_000_000;

  /** What draws numbers, and complex numbers of parts, through which DJL passes no gradient. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "rand.*|.*empty.*|bernoulli|multinomial|gumbel_softmax|normal|uniform|complex|polar");

  /** Takes the logarithm of what is almost 0, where single precision has no four digits left. */
  private static final String NEAR_EDGE = "zoo.speech.Spectral";

  private static final Pattern FILTER = Pattern.compile(System.getProperty("networks", ".*"));
  private static final Set<String> AGREED = ConcurrentHashMap.newKeySet();

  /** How a network is run: in evaluation or in a step of training, in double precision. */
  private enum Mode {
    EVALUATION,
    TRAINING
  }

  /** What both run. */
  private record Network(
      String name, ShapeReport report, List<Numbers> inputs, Map<String, Long> sizes, Mode mode) {

    boolean isTrained() {
      return mode == Mode.TRAINING;
    }

    DataType type() {
      return isTrained() ? DataType.FLOAT64 : DataType.FLOAT32;
    }

    Question question() {
      ShapecheckBlock block = ShapecheckBlock.of(report);
      List<Numbers> tensors = new ArrayList<>(inputs);
      List<Boolean> gradients = new ArrayList<>();
      inputs.forEach(input -> gradients.add(gradients.isEmpty() && input.bound() == 0));
      List<String> names = block.getParameters().keys();
      for (String name : names) {
        Parameter parameter = block.parameter(name);
        tensors.add(Numbers.weight(name, parameter.getShape().getShape()).noisy());
        gradients.add(parameter.requiresGradient());
      }
      String script;
      try {
        script = ScriptWriter.write(report, names, sizes, isTrained());
      } catch (IllegalArgumentException | IllegalStateException e) {
        script = "no script: " + e.getMessage();
      }
      return new Question(script, tensors, gradients, isTrained());
    }
  }

  @TestFactory
  Stream<DynamicTest> operations() {
    List<OperationsTest.Case> cases = OperationsTest.cases();
    Map<String, ShapeReport> reports = OperationsTest.reports(cases);
    List<Network> networks = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      OperationsTest.Case one = cases.get(i);
      ShapeReport report = reports.get("Case" + i);
      if (UNSPOKEN.stream().noneMatch(one.line()::contains)) {
        Map<String, Long> sizes = one.sizes(report);
        networks.add(new Network(one.line(), report, one.numbers(), sizes, Mode.EVALUATION));
      }
    }
    return asked(networks, true);
  }

  @TestFactory
  Stream<DynamicTest> networks() {
    Map<String, ShapeReport> reports =
        new TreeMap<>(Networks.reports(ZooTest.sources(ZooTest.EXAMPLE, "")));
    reports.putAll(Networks.reports(ZooTest.sources(ZooTest.ZOO, "zoo.")));
    List<Network> networks = new ArrayList<>();
    for (ShapeReport report : reports.values()) {
      String name = report.model().substring(report.model().lastIndexOf('.') + 1);
      Map<String, Long> sizes = new TreeMap<>(ZooTest.sizes(report, 2, 32));
      boolean example = Set.of("ResNet50", "UNet", "Gpt2").contains(name);
      if (FILTER.matcher(report.model()).matches() && (example || isSmall(report, sizes))) {
        Mode mode =
            name.equals("ResNet50") || name.equals("UNet") ? Mode.TRAINING : Mode.EVALUATION;
        List<Numbers> inputs = ZooTest.inputs(report, sizes).stream().map(Numbers::noisy).toList();
        networks.add(new Network(report.model(), report, inputs, sizes, mode));
      }
    }
    return asked(networks, false);
  }

  private static boolean isSmall(ShapeReport report, Map<String, Long> sizes) {
    boolean usual =
        report.inputs().stream().allMatch(i -> Set.of("float32", "int64").contains(i.dtype()));
    long macs =
        report.steps().stream()
            .map(Step::macs)
            .filter(dim -> dim.isKnown() && sizes.keySet().containsAll(dim.symbols()))
            .mapToLong(dim -> dim.at(sizes))
            .sum();
    boolean elsewhere =
        report.steps().stream().anyMatch(step -> ELSEWHERE.matcher(step.op()).matches());
    if (!usual || macs > MACS || elsewhere || report.model().equals(NEAR_EDGE)) {
      return false;
    }
    try {
      ShapecheckBlock.of(report);
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @AfterAll
  static void mostAgree() {
    assertTrue(AGREED.size() >= MOST, () -> AGREED.size() + " agree with LibTorch");
  }

  private static Stream<DynamicTest> asked(List<Network> networks, boolean all) {
    List<Answer> answers = LibTorch.answers(networks.stream().map(Network::question).toList());
    return IntStream.range(0, networks.size())
        .mapToObj(
            i -> {
              Network network = networks.get(i);
              Answer answer = answers.get(i);
              return DynamicTest.dynamicTest(
                  network.name(),
                  () -> {
                    Assumptions.assumeTrue(all || answer.error().isEmpty(), answer::error);
                    assertEquals("", answer.error());
                    compare(network, answer);
                    AGREED.add(network.name());
                  });
            });
  }

  private static void compare(Network network, Answer answer) {
    try (NDManager manager = NDManager.newBaseManager()) {
      ShapecheckBlock block =
          Networks.weighed(
              manager,
              network.report(),
              network.type(),
              (name, shape) -> Numbers.weight(name, shape).noisy());
      Map<String, NDArray> tensors = new LinkedHashMap<>();
      for (Numbers input : network.inputs()) {
        NDArray array = Networks.array(manager, input, network.type());
        array.setRequiresGradient(tensors.isEmpty() && input.bound() == 0);
        tensors.put("input " + tensors.size(), array);
      }
      NDArray[] inputs = tensors.values().toArray(NDArray[]::new);
      for (String name : block.getParameters().keys()) {
        tensors.put(name, block.parameter(name).getArray());
      }
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDList results =
            network.isTrained()
                ? Networks.train(manager, block, inputs)
                : Networks.forward(manager, block, inputs);
        assertEquals(answer.results().size(), results.size(), "results");
        NDArray loss = null;
        for (int i = 0; i < results.size(); i++) {
          NDArray result = results.get(i);
          assertClose(answer.results().get(i), result, "result " + i, 1);
          if (result.getDataType().isFloating()) {
            NDArray weights = Networks.doubles(manager, result.getShape(), i + 30);
            NDArray sum = result.mul(weights.toType(result.getDataType(), false)).sum();
            loss = loss == null ? sum : loss.add(sum);
          }
        }
        if (!answer.tensors().isEmpty()) {
          collector.backward(loss);
        }
      }
      double most =
          answer.tensors().stream()
              .mapToDouble(d -> d.length == 0 ? 0 : d[d.length - 1])
              .max()
              .orElse(0);
      List<String> names = List.copyOf(tensors.keySet());
      for (int i = 0; i < answer.tensors().size(); i++) {
        NDArray tensor = tensors.get(names.get(i));
        if (answer.tensors().get(i).length > 0) {
          NDArray told = tensor.hasGradient() ? tensor.getGradient() : tensor;
          assertClose(answer.tensors().get(i), told, names.get(i), most);
        }
      }
    }
  }

  /**
   * Compares to 1e-4 of the largest value, or to a hundredth of that of the largest gradient of
   * all.
   */
  private static void assertClose(double[] wanted, NDArray actual, String name, double most) {
    double[] given = Question.digest(Networks.doubles(actual));
    assertEquals(wanted.length, given.length, name);
    double largest =
        Arrays.stream(wanted)
            .limit(wanted.length - 1)
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    double bound = Double.isFinite(most) ? most / 100 : 1;
    for (int i = 0; i < wanted.length; i++) {
      int place = i;
      boolean whole = i == wanted.length - 1 && Double.isFinite(wanted[i]);
      double scale = Math.max(Math.max(1, bound), whole ? wanted[i] : largest);
      assertEquals(wanted[i], given[i], TOLERANCE * scale, () -> name + " at " + place);
    }
  }
}
