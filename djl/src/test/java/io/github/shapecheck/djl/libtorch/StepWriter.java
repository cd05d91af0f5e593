package io.github.shapecheck.djl.libtorch;

import io.github.shapecheck.report.Operand;
import io.github.shapecheck.report.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes one step in TorchScript: by its line of torchscript.txt, else as a call of the function of
 * its name.
 */
final class StepWriter {
  /** {@code {name/other:form|default}}: the forms are list, float, code and word. */
  private static final Pattern PLACE = Pattern.compile("\\{([\\w./]+)(?::(\\w+))?(?:\\|([^}]*))?}");

  /** Options by LibTorch's numbers. */
  private static final Map<String, Integer> CODES =
      Map.of(
          "none",
          0,
          "bilinear",
          0,
          "zeros",
          0,
          "mean",
          1,
          "nearest",
          1,
          "border",
          1,
          "sum",
          2,
          "max",
          2,
          "reflection",
          2);

  /** What the shapes of weights say, what evaluation does not ask for, what changes no value. */
  private static final Set<String> IMPLIED =
      Set.of(
          "in_channels",
          "out_channels",
          "in_features",
          "out_features",
          "in1_features",
          "in2_features",
          "num_features",
          "num_channels",
          "num_embeddings",
          "embedding_dim",
          "num_parameters",
          "input_size",
          "hidden_size",
          "embed_dim",
          "d_model",
          "dim_feedforward",
          "kernel_size",
          "bias",
          "affine",
          "elementwise_affine",
          "track_running_stats",
          "dropout",
          "p",
          "training",
          "inplace",
          "need_weights",
          "return_complex",
          "return_indices",
          "device");

  private final Step step;
  private final ScriptWriter script;
  private final Map<String, Operand> operands;

  StepWriter(Step step, ScriptWriter script) {
    this.step = step;
    this.script = script;
    this.operands = ScriptWriter.operands(step);
  }

  /** The statements that give variables their values. */
  String write(List<String> variables) {
    String target = String.join(", ", variables) + " = ";
    if (step.op().equals("getitem")) {
      return target + first() + "[" + index(operands.get("index")) + "]";
    } else if (step.op().equals("setitem")) {
      String region = "[" + index(operands.get("index")) + "]";
      return target
          + "torch.clone("
          + first()
          + ")\n"
          + variables.get(0)
          + region
          + " = "
          + text(operands.get("value"));
    }
    return target + Templates.of(step, operands.keySet()).map(this::filled).orElseGet(this::call);
  }

  private String filled(String template) {
    Set<String> told = new HashSet<>(IMPLIED);
    PLACE.matcher(template).results().forEach(m -> told.addAll(List.of(m.group(1).split("/"))));
    operands.forEach(
        (name, value) -> {
          if (!told.contains(name) && !(value instanceof Operand.None)) {
            throw new IllegalArgumentException(step.op() + " is spelled without " + name);
          }
        });
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String otherwise = place.group(3) == null ? "?" : place.group(3);
              return Matcher.quoteReplacement(
                  value(place.group(1), String.valueOf(place.group(2)), otherwise));
            });
  }

  private String value(String name, String form, String otherwise) {
    String own = name.replaceFirst("/.*", "");
    switch (own) {
      case "op":
        return step.op();
      case "first":
        return first();
      case "learns":
        boolean tracks = step.weights().stream().anyMatch(w -> w.name().equals("running_mean"));
        return script.isTraining() || !tracks ? "True" : "False";
      case "dtype":
        return Integer.toString(Templates.dtype(step.results().get(0).dtype()));
      case "shape", "shape1", "shape2":
        return Arrays.toString(shape(own.length() == 5 ? 0 : own.charAt(5) - '0'));
      case "area":
        int axes = step.op().charAt(step.op().length() - 2) - '0';
        return Arrays.toString(
            Arrays.copyOfRange(shape(0), shape(0).length - axes, shape(0).length));
      case "weights":
        return step.weights().stream()
            .map(w -> script.weight(step.owner() + "." + w.name()))
            .collect(Collectors.joining(", ", "[", "]"));
      default:
    }
    if (step.weights().stream().anyMatch(w -> w.name().equals(own))) {
      return script.weight(step.owner() + "." + own);
    }
    Optional<Operand> given =
        Arrays.stream(name.split("/"))
            .map(operands::get)
            .filter(Objects::nonNull)
            .filter(o -> !(o instanceof Operand.None))
            .findFirst();
    boolean absent = given.isEmpty() || name.equals("bias") && given.get() instanceof Operand.Flag;
    if (absent && otherwise.equals("?")) {
      throw new IllegalArgumentException(step.op() + " has no " + name);
    }
    return absent ? otherwise : formed(given.get(), form);
  }

  private long[] shape(int result) {
    return step.results().get(result).shape().at(script.sizes());
  }

  private String formed(Operand operand, String form) {
    return switch (form) {
      case "list" -> operand instanceof Operand.Items ? text(operand) : "[" + text(operand) + "]";
      case "float" -> "float(" + text(operand) + ")";
      case "floats" -> formed(operand, "list").replaceAll("(?<![\\d.])(\\d+)(?![\\d.])", "$1.0");
      case "code" -> CODES.get(((Operand.Text) operand).text()).toString();
      case "word" -> ((Operand.Text) operand).text();
      default -> text(operand);
    };
  }

  private String first() {
    return text(step.arguments().get(0).value());
  }

  /** The function of that name with its arguments, the first without its name. */
  private String call() {
    List<String> arguments = new ArrayList<>();
    boolean tensors = operands.values().stream().anyMatch(v -> v instanceof Operand.Reference);
    for (Map.Entry<String, Operand> argument : operands.entrySet()) {
      Operand value = argument.getValue();
      if (argument.getKey().equals("inplace")) {
        continue;
      }
      String text = text(value);
      if (arguments.isEmpty()) {
        boolean number = value instanceof Operand.Size || value instanceof Operand.Real;
        arguments.add(tensors && number ? "torch.scalar_tensor(" + text + ")" : text);
      } else {
        boolean other = argument.getKey().equals("dim") && value instanceof Operand.Reference;
        arguments.add((other ? "other" : argument.getKey()) + "=" + text);
      }
    }
    return "torch." + step.op() + "(" + String.join(", ", arguments) + ")";
  }

  private String index(Operand operand) {
    if (operand instanceof Operand.Items items && items.tuple()) {
      return items.items().stream().map(this::index).collect(Collectors.joining(", "));
    } else if (operand instanceof Operand.Items) {
      return "torch.tensor(" + text(operand) + ")";
    } else if (operand instanceof Operand.Slice slice) {
      return bound(slice.lower()) + ":" + bound(slice.upper()) + ":" + bound(slice.step());
    }
    return text(operand);
  }

  private String bound(Operand operand) {
    return operand instanceof Operand.None ? "" : text(operand);
  }

  private String text(Operand operand) {
    if (operand instanceof Operand.Reference reference) {
      return script.variable(reference);
    } else if (operand instanceof Operand.Size size) {
      return Long.toString(size.dim().at(script.sizes()));
    } else if (operand instanceof Operand.Quotient quotient) {
      long dividend = quotient.dividend().at(script.sizes());
      return real((double) dividend / quotient.divisor().at(script.sizes()));
    } else if (operand instanceof Operand.Real real) {
      return real(real.number());
    } else if (operand instanceof Operand.Flag flag) {
      return flag.isTrue() ? "True" : "False";
    } else if (operand instanceof Operand.Text text) {
      return "'" + text.text() + "'";
    } else if (operand instanceof Operand.Type type) {
      return Integer.toString(Templates.dtype(type.dtype()));
    } else if (operand instanceof Operand.Items items) {
      boolean floats = items.items().stream().anyMatch(i -> i instanceof Operand.Real);
      return items.items().stream()
          .map(item -> floats && item instanceof Operand.Size ? text(item) + ".0" : text(item))
          .collect(Collectors.joining(", ", "[", "]"));
    } else if (operand instanceof Operand.Ellipsis) {
      return "...";
    } else if (operand instanceof Operand.None) {
      return "None";
    }
    throw new IllegalArgumentException(step.op() + " has " + operand);
  }

  private static String real(double number) {
    if (!Double.isFinite(number)) {
      return "float('" + (Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf") + "')";
    }
    String plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }
}
