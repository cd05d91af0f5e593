package io.github.shapecheck.processor.run.network.torch;

import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Host;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.run.program.Machine;
import io.github.shapecheck.processor.run.record.Applications;
import io.github.shapecheck.processor.run.record.Programs;
import io.github.shapecheck.processor.run.record.Recorder;
import io.github.shapecheck.processor.run.record.Scope;
import org.jspecify.annotations.Nullable;

/** What the parts of a network ask of it. */
public interface NetworkHost extends Host, Programs {
  /** The network whose programs a recorder runs. */
  static NetworkHost of(Recorder recorder) {
    return (NetworkHost) recorder.programs;
  }

  /** The network that a call is in. */
  static NetworkHost of(Invocation in) {
    return (NetworkHost) in.machine().host();
  }

  /** The module whose text is carried out. */
  static ModuleInstance module(Frame frame) {
    return (ModuleInstance) frame.module();
  }

  /** Takes down what the programs do. */
  Recorder recorder();

  /** Carries the programs out. */
  Machine machine();

  /** What programs do with layers of torch.nn. */
  TorchLayers layers();

  /** What {@code self} is in a module's forward text. */
  DeclaredObject self(ModuleInstance module);

  /** The module to which the steps of a Python file belong; null for annotated classes. */
  @Nullable ModuleInstance scope();

  /** Whether the model is a class of a Python file and no annotated class. */
  default boolean isPython() {
    return scope() != null;
  }

  /** Whether the layers of a {@code @Sequential} are being made. */
  default boolean isInSequence() {
    return !isPython() && recorder().isBuilding();
  }

  /** Applies operations where a frame stands. */
  default Applications applications(Frame frame) {
    return new Applications(Scope.of(recorder(), frame));
  }
}
