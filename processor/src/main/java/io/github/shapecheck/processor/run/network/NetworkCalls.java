package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.ImmutableValues;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.run.record.Unchecked;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What calling a reference to layers, modules or operations does.
 *
 * @param frame where the call stands
 */
record NetworkCalls(NetworkHost network, Frame frame) {
  private static final int ITEM = 10;

  /** The result, null of what is no such reference. */
  @Nullable Value call(Value callee, Arguments arguments, @Nullable Span span) {
    Place place = span == null ? null : frame.place(span);
    if (callee instanceof References.Layers layers) {
      return ImmutableValues.thawed(network.applications(frame).layers(layers, arguments, place));
    }
    if (callee instanceof References.Modules modules) {
      return network.applications(frame).modules(modules, arguments);
    }
    if (callee instanceof References.Named named) {
      if (named.plain() != null && isPlain(arguments)) {
        return network.machine().call(frame, named.plain(), arguments, span);
      }
      Place where = place == null ? Place.NONE : place;
      arguments.positional().forEach(this::handle);
      return ImmutableValues.thawed(
          network.applications(frame).function(named.function(), arguments, where));
    }
    if (callee instanceof Opaque opaque) {
      if (network.isPython()) {
        new Unchecked(Scope.of(network.recorder(), frame)).madeElsewhere(opaque, place);
      }
      return opaque.ofTensors();
    }
    return null;
  }

  /** The result of an operation of the catalogue. */
  Value operation(String name, Arguments arguments, Place place) {
    Function function = Catalogue.function(name);
    return function == null
        ? Value.UNKNOWN
        : ImmutableValues.thawed(network.applications(frame).function(function, arguments, place));
  }

  /** Each item of a list is looked at. */
  private void handle(Value argument) {
    if (argument instanceof ListObject list) {
      network.machine().handle(ITEM * (long) list.items().size());
    }
  }

  private static boolean isPlain(Arguments arguments) {
    return !arguments.positional().isEmpty() && !(arguments.positional().get(0) instanceof Tensor);
  }
}
