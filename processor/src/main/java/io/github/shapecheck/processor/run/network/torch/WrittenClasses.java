package io.github.shapecheck.processor.run.network.torch;

import static io.github.shapecheck.processor.run.program.Builtin.define;

import io.github.shapecheck.processor.operation.activation.Activations;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What PyTorch itself writes in Python: modules around modules, layers made of a table. */
final class WrittenClasses {
  /** {@code nn.DataParallel}: the module that it holds, as {@code module}. */
  static final ClassObject DATA_PARALLEL = ClassObject.builtin("DataParallel", TorchClasses.MODULE);

  /** {@code nn.quantized.FloatFunctional}: operations, each behind an identity. */
  static final ClassObject FLOAT_FUNCTIONAL =
      ClassObject.builtin("FloatFunctional", TorchClasses.MODULE);

  private static final String IDENTITY = "activation_post_process";

  static {
    define(
        DATA_PARALLEL,
        "__init__",
        in -> {
          ModuleObject.self(in).set("module", in.get(1, "module", Value.NONE));
          return Value.NONE;
        });
    define(
        DATA_PARALLEL,
        "forward",
        in -> in.call(in.attribute(in.object(0), "module"), in.arguments().rest()));
    define(
        FLOAT_FUNCTIONAL,
        "__init__",
        in -> {
          Value identity = TorchClasses.named(Activations.IDENTITY);
          ModuleObject.self(in).set(IDENTITY, identity == null ? Value.NONE : in.call(identity));
          return Value.NONE;
        });
    Map.of("add", "add", "mul", "mul", "cat", "cat", "matmul", "matmul", "add_scalar", "add")
        .forEach((name, operation) -> define(FLOAT_FUNCTIONAL, name, in -> done(in, operation)));
    define(FLOAT_FUNCTIONAL, "mul_scalar", in -> done(in, "mul"));
    define(
        FLOAT_FUNCTIONAL,
        "add_relu",
        in -> observed(in, in.operation("relu", Arguments.of(sum(in)))));
  }

  private WrittenClasses() {}

  private static Value sum(Invocation in) {
    return in.operation("add", in.arguments().rest());
  }

  private static Value done(Invocation in, String operation) {
    return observed(in, in.operation(operation, in.arguments().rest()));
  }

  private static Value observed(Invocation in, Value value) {
    return in.call(in.attribute(in.object(0), IDENTITY), value);
  }

  /** {@code nn.Embedding.from_pretrained(table)}: as many rows, as wide. */
  static void fillTable(ClassObject type) {
    Builtin made = new Builtin("from_pretrained", WrittenClasses::ofTable);
    type.members().put("from_pretrained", new Wrapper(Wrapper.Kind.CLASS, made));
  }

  private static Value ofTable(Invocation in) {
    Value table = in.get(1, "embeddings", Value.NONE);
    if (!(table instanceof Tensor tensor)) {
      throw in.machine().unfit(table, "from_pretrained needs a table, not " + table.kind());
    } else if (tensor.rank() != 2) {
      throw in.error(
          "AssertionError", "the table of an embedding has two axes, not " + tensor.kind());
    }
    List<Value> sizes =
        new ArrayList<>(List.of(new Value.Int(tensor.dim(0)), new Value.Int(tensor.dim(1))));
    return in.call(in.object(0), Arguments.of(sizes));
  }
}
