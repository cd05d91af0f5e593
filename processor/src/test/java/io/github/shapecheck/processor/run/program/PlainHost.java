package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.operation.Decider;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.parser.ModuleSource;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.program.library.StandardLibrary;
import io.github.shapecheck.processor.run.program.statement.Executor;
import io.github.shapecheck.processor.run.program.statement.PythonMachine;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Surroundings without tensors: what a program prints, and its errors. */
final class PlainHost implements Host {
  private final StringBuilder output = new StringBuilder();
  private final List<String> problems = new ArrayList<>();

  /** What a program prints; an exception that ends it stands in the last line. */
  static String run(String text) {
    PlainHost host = new PlainHost();
    Program program = ModuleSource.parse(text);
    if (!program.syntaxErrors().isEmpty()) {
      return "syntax error: " + program.syntaxErrors().get(0);
    }
    Machine machine = new PythonMachine(host);
    Source source = new Source(Origin.NONE, program.lines());
    Frame frame = Frame.of(machine, source, "", Environment.global());
    Value print = new Builtin("print", host::print);
    frame.environment().put("print", print);
    machine.enterTry();
    try {
      new Executor(frame).block(program.statements());
    } catch (Raised raised) {
      host.output.append("! ").append(raised.exception().type().name()).append('\n');
    }
    host.problems.forEach(problem -> host.output.append("? ").append(problem).append('\n'));
    return host.output.toString();
  }

  private Value print(Invocation in) {
    List<String> texts = new ArrayList<>();
    for (Value value : in.arguments().positional()) {
      texts.add(in.machine().text(in.frame(), value));
    }
    Value between = in.named("sep", new Value.Text(" "));
    Value end = in.named("end", new Value.Text("\n"));
    output.append(String.join(in.text(between), texts)).append(in.text(end));
    return Value.NONE;
  }

  @Override
  public @Nullable Value name(Frame frame, String name) {
    return null;
  }

  @Override
  public @Nullable Value library(Frame frame, String dotted) {
    return StandardLibrary.module(frame, dotted);
  }

  @Override
  public Value operation(Frame frame, String name, Arguments arguments, Span span) {
    throw new AssertionError(name);
  }

  @Override
  public @Nullable Value attribute(Frame frame, Value target, String name, @Nullable Span span) {
    return null;
  }

  @Override
  public boolean setAttribute(Frame frame, Value target, String name, Value value) {
    return false;
  }

  @Override
  public String hint(Frame frame, @Nullable Value target, String name) {
    return "";
  }

  @Override
  public @Nullable Value superOf(Frame frame) {
    return null;
  }

  @Override
  public @Nullable Value call(Frame frame, Value callee, Arguments arguments, @Nullable Span span) {
    return null;
  }

  @Override
  public @Nullable ClassObject type(Value value) {
    return null;
  }

  @Override
  public Object moduleOf(Frame caller, FunctionObject function, Arguments arguments) {
    return caller.module();
  }

  @Override
  public boolean decide(Frame frame, Span span, boolean loop) {
    throw new AssertionError("undecided at " + span);
  }

  @Override
  public void report(Frame frame, ProblemId id, Place place, String message) {
    problems.add("line " + place.line() + ": [" + id.id() + "] " + message);
  }

  @Override
  public Decider decider() {
    throw new AssertionError("a comparison of sizes");
  }
}
