package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.model.PythonDeclaration;
import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Parameter;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.network.torch.EvaluationMode;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.network.torch.Registration;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.BoundMethod;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Environment;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.program.Raised;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.run.program.expression.Evaluator;
import io.github.shapecheck.processor.run.record.InputGroups;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a model that is a Python class: makes an object of it, then calls that. */
public final class PythonProgram {
  /** What arguments may name though the file does not import it, with the module it is of. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "SimpleNamespace", "types",
          "OrderedDict", "collections",
          "partial", "functools",
          "Namespace", "argparse",
          "math", "math",
          "torch", "torch",
          "nn", "torch",
          "F", "torch.nn.functional",
          "np", "numpy");

  private final Recorder recorder;
  private final PythonDeclaration declaration;
  private final ModuleInstance root;
  private final Machine machine;
  private final Map<PythonFile, TopLevel> files = new HashMap<>();
  private final boolean isOneFile;

  public PythonProgram(Recorder recorder, PythonDeclaration declaration, ModuleInstance root) {
    this.recorder = recorder;
    this.declaration = declaration;
    this.root = root;
    this.machine = NetworkHost.of(recorder).machine();
    this.isOneFile = Set.copyOf(declaration.files().values()).size() <= 1;
  }

  ModuleInstance root() {
    return root;
  }

  private TopLevel file(PythonFile file) {
    TopLevel known = files.get(file);
    if (known == null) {
      known = new TopLevel(recorder, file, root);
      files.put(file, known);
      known.reportSyntax();
    }
    return known;
  }

  /** A file that an import in another one means; null for none. */
  @Nullable FileModule imported(PythonFile from, String dotted) {
    if (isOneFile) {
      return null;
    }
    int level = 0;
    while (level < dotted.length() && dotted.charAt(level) == '.') {
      level++;
    }
    for (String name : PythonDeclaration.candidates(from, dotted.substring(level), level)) {
      PythonFile file = declaration.files().get(name);
      if (file != null && file != from) {
        return file(file).module();
      }
    }
    return null;
  }

  /** What the model returns for these inputs. */
  public Value run(Map<String, Value> inputs) {
    ModuleObject network = build();
    if (network == null) {
      return Value.UNKNOWN;
    }
    Frame frame = file(declaration.main()).frame();
    return guarded(
        frame,
        () -> {
          Arguments arguments = arguments(frame, network, inputs);
          Value output = machine.call(frame, network, arguments, null);
          recorder.name(0, null);
          return output;
        });
  }

  /** Makes the module and registers what is in it; null where that is reported to fail. */
  public @Nullable ModuleObject build() {
    TopLevel main = file(declaration.main());
    boolean before = recorder.setBuilding(true);
    try {
      return guarded(main.frame(), () -> made(main)) instanceof ModuleObject network
          ? network
          : null;
    } finally {
      recorder.setBuilding(before);
    }
  }

  private Value made(TopLevel main) {
    Value type = type(main);
    if (type == null) {
      return Value.UNKNOWN;
    }
    Value made = call(declaration.with(), main.frame(), type);
    if (made instanceof ModuleObject network) {
      new Registration(recorder).register(network, root);
      recorder.layers.keySet().removeIf(key -> key.contains("#"));
      if (!recorder.isTraining()) {
        new EvaluationMode(main.frame()).of(network);
      }
    } else if (!(made instanceof Value.Unknown)) {
      report(
          ProblemId.NOT_CALLABLE,
          declaration.type() + " gives " + made.kind() + ", which is no nn.Module");
    }
    return made;
  }

  private Value guarded(Frame frame, Supplier<Value> work) {
    try {
      return work.get();
    } catch (Raised raised) {
      machine.report(raised, frame);
    } catch (StackOverflowError deep) {
      report(ProblemId.LIMIT, declaration.type() + " nests calls too deeply to be followed");
    }
    return Value.UNKNOWN;
  }

  private void report(ProblemId id, String message) {
    Place place = Place.of(declaration.main().annotation());
    recorder.blame.report(Problem.of(id, place, message), List.of());
  }

  private @Nullable Value type(TopLevel main) {
    Value type = main.frame().environment().get(declaration.type());
    if (type != null) {
      return type;
    }
    List<String> modules = new ArrayList<>();
    for (String name : main.classes()) {
      if (main.frame().environment().get(name) instanceof ClassObject each
          && each.isSubclassOf(TorchClasses.MODULE)) {
        modules.add(name);
      }
    }
    if (modules.size() == 1) {
      return main.frame().environment().get(modules.get(0));
    }
    String near = NearestName.suggestion(declaration.type(), modules);
    String all = modules.isEmpty() ? "no nn.Module" : String.join(", ", modules);
    report(
        ProblemId.UNKNOWN_NAME,
        "there is no class %s in %s, which has %s%s"
            .formatted(declaration.type(), main.file().name(), all, near));
    return null;
  }

  private @Nullable Value library(Frame main, String module) {
    return NetworkHost.of(recorder).library(main, module);
  }

  /** Calls a value with arguments that are written elsewhere. */
  private Value call(Program arguments, Frame main, Value callee) {
    if (!arguments.syntaxErrors().isEmpty()
        || arguments.statements().size() != 1
        || !(arguments.statements().get(0) instanceof Statement.ExpressionStatement call)) {
      report(ProblemId.WITH, "the arguments cannot be read: " + arguments.line(1));
      return Value.UNKNOWN;
    }
    Environment environment = main.environment().inner();
    KNOWN.forEach(
        (name, module) -> {
          Value library = main.environment().get(name) == null ? library(main, module) : null;
          Value value = library == null ? null : machine.find(main, library, name, null);
          if (library != null) {
            environment.variables().put(name, value == null ? library : value);
          }
        });
    environment.variables().put("_", callee);
    Source source = new Source(declaration.main().annotation(), null);
    Frame frame = Frame.of(machine, source, root, environment);
    return new Evaluator(frame).evaluate(call.value());
  }

  private Arguments arguments(Frame frame, ModuleObject network, Map<String, Value> inputs) {
    List<Value> positional = new ArrayList<>();
    List<Arguments.Named> named = new ArrayList<>();
    List<Parameter> all = parameters(frame, network);
    boolean inOrder =
        all.isEmpty()
            || has(all, Parameter.Kind.VAR_POSITIONAL)
            || has(all, Parameter.Kind.POSITIONAL_ONLY);
    List<String> left = inOrder ? new ArrayList<>() : names(all);
    Map<String, Value> others = new LinkedHashMap<>();
    InputGroups.of(inputs)
        .forEach(
            (name, value) -> {
              if (left.remove(name)) {
                named.add(new Arguments.Named(name, value, null));
              } else {
                others.put(name, value);
              }
            });
    // inputs in order: those that are called otherwise go to the parameters that are left
    others.forEach(
        (name, value) -> {
          if (inOrder) {
            positional.add(value);
          } else if (!left.isEmpty() || has(all, Parameter.Kind.VAR_KEYWORD)) {
            String to = left.isEmpty() ? name : left.remove(0);
            named.add(new Arguments.Named(to, value, null));
          } else {
            String takes = "forward takes " + String.join(", ", names(all)) + " and no input ";
            throw machine.error("TypeError", ProblemId.UNKNOWN_ARGUMENT, takes + name);
          }
        });
    Arguments[] further = {Arguments.NONE};
    Builtin collect =
        new Builtin(
            "forward",
            in -> {
              further[0] = in.arguments();
              return Value.NONE;
            });
    call(declaration.call(), frame, collect);
    positional.addAll(further[0].positional());
    named.addAll(further[0].named());
    List<@Nullable Span> nowhere = new ArrayList<>(Collections.nCopies(positional.size(), null));
    return new Arguments(positional, nowhere, named);
  }

  /** What forward takes; nothing where that is not known. */
  private List<Parameter> parameters(Frame frame, ModuleObject network) {
    Value forward = machine.find(frame, network, "forward", null);
    return forward instanceof BoundMethod bound
            && bound.function() instanceof FunctionObject function
        ? function.code().parameters().stream().skip(1).toList()
        : List.of();
  }

  private static boolean has(List<Parameter> parameters, Parameter.Kind kind) {
    return parameters.stream().anyMatch(parameter -> parameter.kind() == kind);
  }

  private static List<String> names(List<Parameter> parameters) {
    return parameters.stream()
        .filter(
            parameter ->
                parameter.kind() == Parameter.Kind.POSITIONAL_OR_KEYWORD
                    || parameter.kind() == Parameter.Kind.KEYWORD_ONLY)
        .map(Parameter::name)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
