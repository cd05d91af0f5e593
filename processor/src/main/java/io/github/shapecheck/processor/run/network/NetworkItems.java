package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.operation.Signature;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.ManyRange;
import io.github.shapecheck.processor.run.object.Slices;
import io.github.shapecheck.processor.run.object.UnfilledList;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.type.ManyIteration;
import io.github.shapecheck.processor.run.record.FunctionSite;
import io.github.shapecheck.processor.run.record.PieceItems;
import io.github.shapecheck.processor.run.record.Scope;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of what a network has several of: layers of a field, pieces of a tensor, its rows. */
public record NetworkItems(NetworkHost network, Frame frame) {
  /** How many there are; null for what has no items. */
  static @Nullable Value count(Value value) {
    if (value instanceof ManyRange range) {
      return new Value.Int(range.count());
    }
    int size = References.size(value);
    return size >= 0
        ? Value.Int.of(size)
        : value instanceof Value.Pieces pieces
            ? new Value.Int(pieces.count())
            : value instanceof UnfilledList list ? new Value.Int(list.count()) : null;
  }

  /** All items; null for what has none. */
  @Nullable List<Value> all(Value value, Span span) {
    int size = References.size(value);
    if (value instanceof Value.Pieces pieces) {
      return all(pieces, span);
    }
    if (size < 0) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Value item = References.item(value, i);
      items.add(item == null ? Value.UNKNOWN : item);
    }
    return items;
  }

  /** The items where so many names, -1 for any, take them; null where nothing is special. */
  @Nullable List<Value> unpacked(Value value, int names, Span span) {
    if (value instanceof Tensor tensor && tensor.rank() > 0) {
      Dim count = tensor.dim(0);
      if (count.isKnown() && names >= 0 && !(count.isConstant() && count.value() == names)) {
        throw network
            .machine()
            .error(
                "ValueError",
                ProblemId.UNPACK,
                value.kind() + " unpacks into " + count + " values, not " + names);
      }
      return null;
    }
    if (value instanceof Value.Pieces pieces) {
      if (names < 0) {
        return all(pieces, span);
      }
      List<Value> items = pieces(pieces, span).unpacked(names);
      return items == null ? Collections.nCopies(names, Value.UNKNOWN) : items;
    }
    return null;
  }

  private List<Value> all(Value.Pieces pieces, Span span) {
    List<Value> few = pieces(pieces, span).few();
    if (few == null) {
      throw lost(pieces, span);
    }
    return few;
  }

  /** The items of a list whose length is a free size. */
  private PieceItems pieces(Value.Pieces pieces, Span span) {
    Signature signature = Signature.of("pieces");
    Scope scope = Scope.of(network.recorder(), frame);
    FunctionSite site = new FunctionSite(scope, scope.place(span), "the list", signature);
    return new PieceItems(site.call(new Value[] {pieces}), pieces);
  }

  private RuntimeException lost(Value value, Span span) {
    network.unchecked(frame, value.kind(), span);
    return network.machine().unfit(Value.UNKNOWN, "");
  }

  /** The item at a place, or those of a slice; null where there is none. */
  @Nullable Value item(Value target, Value index, Span span) {
    if (target instanceof ManyList list) {
      Value some = item(ManyIteration.plain(list), index, span);
      return some instanceof Value.Pieces part ? new ManyList(part.first(), part.count()) : some;
    }
    if (target instanceof Value.Pieces pieces) {
      Value item = pieces(pieces, span).of(index);
      if (item instanceof Value.Unknown) {
        network.unchecked(frame, pieces.kind(), span);
      }
      return item;
    }
    Dim at = index.dim();
    if (target instanceof UnfilledList list && at != null) {
      return list.get(at);
    }
    if (target instanceof ManyRange range && at != null) {
      boolean first = at.equals(Dim.of(0));
      return first || at.equals(Dim.of(-1))
          ? new Value.Int(first ? range.first() : range.last())
          : null;
    }
    int size = References.size(target);
    if (size >= 0 && index instanceof Value.Slice slice) {
      Slices places = Slices.of(slice, size);
      return places == null ? null : References.items(target, places.places());
    }
    return at == null || !at.isConstant() ? null : References.item(target, at.value());
  }
}
