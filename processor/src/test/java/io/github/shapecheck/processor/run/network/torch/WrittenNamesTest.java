package io.github.shapecheck.processor.run.network.torch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.read.python.PythonNet;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.library.Builtins;
import io.github.shapecheck.processor.run.program.library.MathModule;
import io.github.shapecheck.processor.run.program.statement.PythonMachine;
import io.github.shapecheck.processor.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Java names as written in Python stands in the file of that module. */
class WrittenNamesTest {
  private static final List<String> FUNCTIONS =
      List.of("filter", "divmod", "prod", "factorial", "comb", "isqrt", "isclose");

  @Test
  void eachIsInItsModule() throws IOException {
    PythonNet.of("class Net: pass").run(3); // now the types have their methods
    List<Value> values = new ArrayList<>();
    NumpyNames.WRITTEN.forEach(name -> values.add(NumpyNames.of(name)));
    NumpyNames.RANDOM.forEach(name -> values.add(NumpyNames.random(name)));
    Distributions.MEMBERS.forEach(name -> values.add(Distributions.named(name)));
    TorchSpecials.WRITTEN.forEach(name -> values.add(TorchSpecials.of("torch.nn", name)));
    TorchSpecials.OF_EINOPS.forEach(name -> values.add(TorchSpecials.of("einops", name)));
    for (ClassObject type : List.of(Types.STR, Types.SET, Types.DICT, Types.TUPLE)) {
      values.addAll(type.members().values());
    }
    for (String layer :
        List.of("Embedding", "TransformerEncoderLayer", "TransformerDecoderLayer")) {
      values.addAll(Objects.requireNonNull(TorchClasses.named(layer)).members().values());
    }
    for (String name : FUNCTIONS) {
      Value function = Builtins.named(name);
      values.add(function == null ? MathModule.member(name) : function);
    }
    List<String> missing = new ArrayList<>();
    int written = 0;
    for (Value value : values) {
      Value function = value instanceof Wrapper wrapper ? wrapper.function() : value;
      if (function instanceof Builtin builtin && builtin.body() instanceof Written one) {
        written++;
        if (!defines(one.module(), one.name())) {
          missing.add(one.module() + "." + one.name());
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(written > 140, written + " are written in Python");
  }

  private static boolean defines(String module, String name) throws IOException {
    try (InputStream in = PythonMachine.class.getResourceAsStream(module + ".py")) {
      String text = new String(Objects.requireNonNull(in, module).readAllBytes(), UTF_8);
      String defined = "(?m)^(def |class |(\\w+ = )*)" + name + "( =|\\(|:)";
      return Pattern.compile(defined).matcher(text).find();
    }
  }
}
