package io.github.shapecheck.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringSupplier;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.StringTensorDictItem;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Drives real LibTorch: tiny tensors on the CPU, one thread, errors without a back trace. */
final class LibTorch {
  /** LibTorch calls it as long as the process lives. */
  @SuppressWarnings("unused")
  private static final StringSupplier NO_TRACE = start();

  private LibTorch() {}

  private static StringSupplier start() {
    // Unpack all natives first: loading them while they are unpacked crashes the JVM.
    try {
      Loader.cacheResource(torch.class, "/org/bytedeco/pytorch/linux-x86_64/");
      Loader.cacheResource(openblas.class, "/org/bytedeco/openblas/linux-x86_64/");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    torch.set_num_threads(1);
    torch.setGraphExecutorOptimize(false);
    StringSupplier none =
        new StringSupplier() {
          private final BytePointer empty = new BytePointer("");

          @Override
          public BytePointer call() {
            return empty;
          }
        };
    torch.SetStackTraceFetcher(none);
    return none;
  }

  /** Asks a kind's oracle and turns what it throws into a refusal. */
  @SuppressWarnings("try") // the scope frees what was allocated in it
  static Verdict judge(Kind kind, Case question) {
    try (PointerScope scope = new PointerScope()) {
      return kind.oracle().ask(question);
    } catch (Refusal e) {
      return new Verdict.Refused(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (e.getClass() != RuntimeException.class) {
        throw e;
      }
      return new Verdict.Refused(firstLine(String.valueOf(e.getMessage())));
    }
  }

  /** Runs an expression, or a body with a return, over the inputs by name. */
  static Verdict.Accepted script(Case question, String text) {
    List<Tensor> tensors = question.inputs().stream().map(LibTorch::tensor).toList();
    List<String> names = question.inputs().stream().map(Operand::name).toList();
    return new Verdict.Accepted(Printed.of(run(names, tensors, text)), Map.of());
  }

  /** Runs a script over tensors. */
  static IValue run(List<String> names, List<Tensor> tensors, String text) {
    String body = text.contains("return ") ? text : "return " + text;
    String source =
        "def f(" + String.join(", ", names) + "):\n  " + body.replace("\n", "\n  ") + "\n";
    CompilationUnit unit;
    try {
      unit = torch.compile(source);
    } catch (RuntimeException e) {
      throw new IllegalStateException("TorchScript does not know\n" + source + e.getMessage(), e);
    }
    IValueVector stack = new IValueVector();
    for (Tensor tensor : tensors) {
      stack.push_back(new IValue(tensor));
    }
    return unit.get_functions().get(0).apply(stack);
  }

  /** Ones, or zeros for integers, which are valid indices and labels everywhere. */
  static Tensor tensor(Operand operand) {
    long[] sizes = operand.shape().stream().mapToLong(Long::longValue).toArray();
    return switch (operand.type()) {
      case FLOAT -> torch.ones(sizes, new TensorOptions(torch.ScalarType.Float));
      case LONG -> torch.zeros(sizes, new TensorOptions(torch.ScalarType.Long));
      case BOOL -> torch.ones(sizes, new TensorOptions(torch.ScalarType.Bool));
    };
  }

  /** A module's answer: its output and the shapes of its parameters. */
  static Verdict.Accepted answer(String output, Module module) {
    Map<String, List<Long>> weights = new LinkedHashMap<>();
    StringTensorDict parameters = module.named_parameters(true);
    for (long i = 0; i < parameters.size(); i++) {
      StringTensorDictItem item = parameters.get(i);
      weights.put(item.key().getString(), Printed.sizes(item.value()));
    }
    return new Verdict.Accepted(output, weights);
  }

  static String firstLine(String message) {
    String marker = "RuntimeError: ";
    int at = message.lastIndexOf(marker);
    List<String> lines =
        new ArrayList<>(
            (at < 0 ? message : message.substring(at + marker.length())).lines().toList());
    lines.removeIf(String::isBlank);
    return lines.isEmpty() ? "" : lines.get(0);
  }
}
