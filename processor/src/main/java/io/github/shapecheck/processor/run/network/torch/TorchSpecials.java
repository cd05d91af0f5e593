package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of PyTorch's that are neither operations nor layers: contexts, decorators, versions. */
public final class TorchSpecials {
  private static final Set<String> MODULES_OF_TOOLS =
      Set.of(
          """
          hub distributed multiprocessing onnx data tensorboard optim profiler model_zoo futures
          package testing overrides _C _jit_internal rpc datasets transforms mps version random
          lr_scheduler fx
          """
              .split("\\s+"));
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          """
          manual_seed manual_seed_all use_deterministic_algorithms set_rng_state fork_rng seed
          set_grad_enabled no_grad enable_grad inference_mode autocast set_default_tensor_type
          set_default_dtype set_num_threads set_printoptions synchronize empty_cache detect_anomaly
          record_function set_float32_matmul_precision custom_fwd custom_bwd save backward
          set_detect_anomaly sdpa_kernel sdp_kernel emulate_precision_casts
          """
              .split("\\s+"));
  private static final Set<String> SAME =
      Set.of(
          """
          script script_method ignore unused export compile once_differentiable Variable
          is_scripting_same remove_parametrizations
          clip_grad_norm_ orthogonal checkpoint_wrapper
          """
              .split("\\s+"));

  /** What is written in Python, in whatever module it is asked for. */
  static final Set<String> WRITTEN =
      Set.of(
          """
          DataParallel DistributedDataParallel FloatFunctional data_parallel checkpoint_sequential
          _get_activation_fn _single _pair _triple _quadruple calculate_gain
          _calculate_fan_in_and_fan_out _calculate_correct_fan broadcast_shapes pack_sequence
          combinations vander matrix_norm
          """
              .split("\\s+"));

  /** What einops writes in Python. */
  static final Set<String> OF_EINOPS = Set.of("pack", "unpack", "parse_shape");

  private TorchSpecials() {}

  /** Whether a module is for training, data or files: nothing of it gives a shape. */
  public static boolean isTool(String dotted) {
    return Arrays.stream(dotted.split("\\.")).anyMatch(MODULES_OF_TOOLS::contains);
  }

  /** What a member of a module of PyTorch's stands for; null for what is nothing special. */
  static @Nullable Value of(String module, String name) {
    boolean written =
        switch (name) {
          case "checkpoint" -> module.endsWith(name);
          case "grad" -> module.endsWith("autograd");
          default -> WRITTEN.contains(name);
        };
    if (written) {
      return Written.named("torch", name);
    }
    if (OF_EINOPS.contains(name)) {
      return Written.named("einops", name);
    }
    if (module.endsWith("nn.init") || module.equals("init")) {
      return new Builtin(name, in -> in.size() > 0 ? in.object(0) : Value.NONE);
    }
    if (WITHOUT_EFFECT.contains(name)) {
      return new Builtin(name, TorchSpecials::withoutEffect);
    }
    boolean traced = name.equals("trace") && module.endsWith("jit"); // torch.trace sums a diagonal
    if (traced || SAME.contains(name)) {
      return new Builtin(name, in -> in.size() > 0 ? in.object(0) : decorator(name));
    }
    if (MODULES_OF_TOOLS.contains(name)) {
      return new Opaque(module + "." + name + ", which is not evaluated");
    }
    return switch (name) {
      case "finfo", "iinfo" -> new Builtin(name, in -> in.get(0));
      case "device" -> new Builtin(name, in -> new Value.Constant("device"));
      case "Size" -> Builtins.named("tuple");
      case "__version__" -> new Value.Text("2.7.1");
      case "is_available",
          "is_built",
          "is_scripting",
          "is_tracing",
          "is_grad_enabled",
          "is_autocast_enabled",
          "is_in_onnx_export",
          "is_compiling",
          "is_initialized" ->
          new Builtin(name, in -> new Value.Bool(false));
      case "is_tensor" -> new Builtin(name, in -> new Value.Bool(in.get(0) instanceof Tensor));
      case "get_default_dtype" -> new Builtin(name, in -> new Value.Type(DType.FLOAT32));
      case "device_count", "current_device" -> new Builtin(name, in -> Value.Int.of(0));
      case "get_rng_state", "get_device_states", "initial_seed" ->
          new Builtin(name, in -> new Opaque("a state of random numbers"));
      case "load", "load_state_dict_from_url", "load_url", "download_url_to_file" ->
          new Builtin(name, in -> new Opaque("what " + name + " reads from a file"));
      case "annotate", "cast" -> new Builtin(name, in -> in.object(1));
      case "weight_norm", "spectral_norm" ->
          new Builtin(name, in -> NormalizedWeights.made(in, name, module.endsWith("utils")));
      case "register_parametrization" -> new Builtin(name, NormalizedWeights::parametrized);
      case "remove_weight_norm", "remove_spectral_norm" ->
          new Builtin(name, NormalizedWeights::removed);
      case "addcmul", "addcdiv" -> new Builtin(name, in -> ofProducts(in, name));
      case "quantized" -> module.endsWith("nn") ? TorchNames.module("torch.nn.quantized") : null;
      case "WeightNorm", "SpectralNorm" -> NormalizedWeights.CLASSES.get(name);
      case "Function", "InplaceFunction" -> Written.named("torch.autograd", name);
      case "Dataset", "Optimizer", "Generator" -> ClassObject.builtin(name, Types.OBJECT);
      case "enabled", "benchmark", "deterministic" -> new Value.Bool(false);
      case "dtype", "memory_format", "layout" -> ClassObject.builtin(name, Types.OBJECT);
      default -> null;
    };
  }

  /** {@code addcmul(input, value, tensor1, tensor2)}, as it was called before, or as it is now. */
  private static Value ofProducts(Invocation in, String name) {
    List<Value> given = in.arguments().positional();
    return in.operation(
        name,
        given.size() < 4
            ? in.arguments()
            : Arguments.of(List.of(given.get(0), given.get(2), given.get(3)))
                .with("value", given.get(1)));
  }

  /** A context or a decorator: what it decorates stays as it is. */
  private static Value withoutEffect(Invocation in) {
    boolean decorates = in.size() == 1 && Types.isFunction(in.object(0));
    return decorates ? in.object(0) : decorator("context");
  }

  private static Value decorator(String name) {
    return new Builtin(name, in -> in.size() > 0 ? in.object(0) : Value.NONE);
  }

  /** What forward text names without an import; null for nothing. */
  static @Nullable Value free(String name) {
    return switch (name) {
      case "checkpoint", "checkpoint_sequential" -> of("torch.utils.checkpoint", name);
      case "cp" -> TorchNames.module("torch.utils.checkpoint");
      case "no_grad", "autocast", "Variable" -> of("torch", name);
      case "pack", "unpack", "parse_shape" -> of("einops", name);
      case "D", "distributions" -> TorchNames.module("torch.distributions");
      default -> Distributions.named(name);
    };
  }
}
