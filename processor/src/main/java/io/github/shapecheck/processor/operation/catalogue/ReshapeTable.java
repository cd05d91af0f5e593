package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.view.Flattening;
import io.github.shapecheck.processor.operation.view.Permuting;
import io.github.shapecheck.processor.operation.view.Rearranging;
import io.github.shapecheck.processor.operation.view.Reshaping;
import io.github.shapecheck.processor.operation.view.Resizing;

/** Functions that change the shape and keep the values. */
public final class ReshapeTable {
  private ReshapeTable() {}

  static void fill(Table table) {
    table.function("view", "input, *size", Reshaping::view);
    table.function("reshape", "input, *shape", Reshaping::reshape);
    table.function("view_as", "input, other", Reshaping::viewAs);
    table.function("reshape_as", "input, other", Reshaping::viewAs);
    table.function("ravel", "input, start_dim=0, end_dim=-1", new Flattening());
    table.function("permute", "input, *dims", Permuting::permute);
    for (String name : new String[] {"transpose", "swapaxes", "swapdims"}) {
      table.function(name, "input, dim0, dim1", Permuting::transpose);
    }
    table.function("t", "input", Permuting::transposeMatrix);
    table.method("T", "input", Permuting::reversed);
    table.method("mT", "input", Permuting::adjoint);
    table.method("mH", "input", Permuting::adjoint);
    table.method("H", "input", Permuting::transposeMatrix);
    table.function("adjoint", "input", Permuting::adjoint);
    for (String name : new String[] {"movedim", "moveaxis"}) {
      table.function(name, "input, source, destination", Permuting::movedim);
    }
    table.function("squeeze", "input, dim=None", Resizing::squeeze);
    table.function("unsqueeze", "input, dim", Resizing::unsqueeze);
    table.function("expand", "input, *size", Resizing::expand);
    table.function("broadcast_to", "input, size", Resizing::expand);
    table.function("expand_as", "input, other", Resizing::expandAs);
    table.function("repeat", "input, *repeats", Resizing::repeat);
    table.function("tile", "input, *dims", Resizing::tile);
    table.function(
        "repeat_interleave",
        "input, repeats, dim=None, *, output_size=None",
        Resizing::repeatInterleave);
    table.function("atleast_1d", "input", call -> Resizing.atLeast(call, 1));
    table.function("atleast_2d", "input", call -> Resizing.atLeast(call, 2));
    table.function("atleast_3d", "input", call -> Resizing.atLeast(call, 3));
    fillMoves(table);
  }

  private static void fillMoves(Table table) {
    table.function("roll", "input, shifts, dims=None", Rearranging::roll);
    table.function("flip", "input, *dims", Rearranging::flip);
    Rule same = call -> call.tensor("input").as(call.tensor("input").shape());
    table.function("fliplr", "input", same);
    table.function("flipud", "input", same);
    table.function("tril", "input, diagonal=0", Rearranging::triangle);
    table.function("triu", "input, diagonal=0", Rearranging::triangle);
    table.function("diagonal", "input, offset=0, dim1=0, dim2=1", Rearranging::diagonal);
    table.function("diag", "input, diagonal=0", Rearranging::diag);
    table.function("diag_embed", "input, offset=0, dim1=-2, dim2=-1", Rearranging::diagEmbed);
  }
}
