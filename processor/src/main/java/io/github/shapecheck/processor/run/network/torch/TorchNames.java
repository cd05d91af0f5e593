package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.run.module.Constants;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.library.MathModule;
import io.github.shapecheck.processor.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names of PyTorch's stand for: functions, layers, constants, modules in modules. */
public final class TorchNames {
  private static final Set<String> MODULES =
      Set.of(
          """
          nn functional linalg fft sparse special ops jit cuda amp utils parametrize checkpoint
          autograd parameter modules backends cudnn init random rnn nested onnx quantization
          distributions attention
          """
              .split("\\s+"));

  /** Modules that a pasted forward pass names without an import. */
  private static final Set<String> WITHOUT_IMPORT =
      Set.of(
          "torch", "F", "nn", "functional", "math", "torchvision", "ops", "np", "numpy", "einops");

  /** Modules of torch that are called as a function is. */
  private static final Set<String> INNER = Set.of("fft", "special", "linalg");

  private static final Set<String> BUILTIN = Set.of("slice", "tuple", "list");

  private TorchNames() {}

  /** A module that forward text names without an import; null for others. */
  public static @Nullable Value library(String name) {
    return WITHOUT_IMPORT.contains(name) ? module(name) : null;
  }

  /** A module of PyTorch's by its dotted name. */
  public static Library module(String dotted) {
    return new Library(dotted, name -> member(dotted, name));
  }

  private static @Nullable Value member(String module, String name) {
    boolean numbers = module.equals("math") || module.equals("np") || module.equals("numpy");
    if (module.equals("np.random") || module.equals("numpy.random")) {
      return NumpyNames.random(name);
    }
    if (numbers && !module.equals("math")) {
      if (name.equals("random")) {
        return module(module + ".random");
      }
      Value array = NumpyNames.of(name);
      if (array != null) {
        return array;
      }
    }
    if (numbers) {
      Value value = MathModule.member(name);
      if (value != null) {
        return value;
      }
      if (name.equals("newaxis")) {
        return Value.NONE;
      }
    }
    if (module.startsWith("torch.distributions")) {
      return Distributions.member(name);
    }
    boolean inner =
        module.equals("torch")
            ? INNER.contains(name)
            : module.endsWith("nn") && name.equals("parallel");
    if (inner) {
      return module(module + "." + name);
    }
    Value special = TorchSpecials.of(module, name);
    if (special != null) {
      return special;
    }
    Value constant = Constants.of(name);
    if (constant != null) {
      return constant;
    }
    ClassObject type = TorchClasses.named(name);
    if (type != null && !type.isSubclassOf(TorchClasses.MODULE)) {
      return type;
    }
    Function function =
        module.equals("torch")
            ? Catalogue.torch(name)
            : Catalogue.function(module.endsWith("linalg") ? ofLinalg(name) : name);
    if (function != null) {
      return new References.Named(function, MathModule.plain(name));
    }
    if (type != null) {
      return type;
    }
    Value builtin = BUILTIN.contains(name) ? Builtins.named(name) : null;
    if (builtin == null && MODULES.contains(name)) {
      return module(module + "." + name);
    }
    boolean outside = numbers && !module.equals("math") || name.startsWith("_");
    return builtin == null && outside
        ? new Opaque(module + "." + name + ", which is not evaluated")
        : builtin;
  }

  /** torch.linalg has some functions otherwise than torch has them. */
  private static String ofLinalg(String name) {
    return name.equals("lu") || name.equals("svd") ? "linalg_" + name : name;
  }

  /** What a name of forward text stands for that no variable and no field has; null for nothing. */
  public static @Nullable Value free(String name) {
    Value library = library(name);
    if (library != null) {
      return library;
    }
    Value builtin = Builtins.named(name);
    if (builtin instanceof ClassObject) {
      return builtin;
    }
    Function function = Catalogue.function(name);
    if (function != null) {
      return new References.Named(function, MathModule.plain(name));
    }
    if (builtin != null) {
      return builtin;
    }
    Value constant = Constants.of(name);
    if (constant != null) {
      return constant;
    }
    Value number = MathModule.member(name);
    if (number != null) {
      return number;
    }
    Value special = TorchSpecials.free(name);
    if (special != null) {
      return special;
    }
    return name.equals("SimpleNamespace") ? Types.NAMESPACE : TorchClasses.named(name);
  }
}
