package io.github.shapecheck.processor.operation.catalogue;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Table;
import io.github.shapecheck.processor.operation.index.Indexing;
import io.github.shapecheck.processor.operation.index.Selecting;
import io.github.shapecheck.processor.operation.linear.Einsum;
import io.github.shapecheck.processor.operation.linear.Products;
import io.github.shapecheck.processor.operation.view.Joining;
import io.github.shapecheck.processor.operation.view.Splitting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;

/** Functions that join, cut and multiply tensors or pick from them. */
public final class ProductTable {
  private ProductTable() {}

  static void fill(Table table) {
    table.function("matmul", "input, other", Products::matmul);
    table.function(
        "bmm",
        "input, mat2",
        call -> Products.exact(call, call.tensor("input"), call.tensor("mat2"), 3, 3));
    table.function(
        "mm",
        "input, mat2",
        call -> Products.exact(call, call.tensor("input"), call.tensor("mat2"), 2, 2));
    table.function(
        "mv",
        "input, vec",
        call -> Products.exact(call, call.tensor("input"), call.tensor("vec"), 2, 1));
    String scales = ", *, beta=1, alpha=1";
    table.function(
        "addmm", "input, mat1, mat2" + scales, call -> added(call, "mat1", "mat2", 2, 2));
    table.function("addmv", "input, mat, vec" + scales, call -> added(call, "mat", "vec", 2, 1));
    table.function(
        "baddbmm", "input, batch1, batch2" + scales, call -> added(call, "batch1", "batch2", 3, 3));
    table.function(
        "addbmm",
        "input, batch1, batch2" + scales,
        call -> {
          Tensor product = Products.exact(call, call.tensor("batch1"), call.tensor("batch2"), 3, 3);
          return Products.added(call, product.as(product.shape().remove(0)));
        });
    table.function("dot", "input, other", Products::dot);
    table.function("vdot", "input, other", Products::dot);
    table.function("outer", "input, vec2", Products::outer);
    table.function("ger", "input, vec2", Products::outer);
    table.function("inner", "input, other", Products::inner);
    table.function("tensordot", "a, b, dims=2", Products::tensordot);
    table.function("einsum", "equation, *operands", Einsum::apply);
    table.function("cdist", "x1, x2, p=2.0, compute_mode=None", Products::cdist);
    fillJoins(table);
    fillSelections(table);
  }

  private static Value added(Call call, String left, String right, int rank, int rightRank) {
    Tensor product = Products.exact(call, call.tensor(left), call.tensor(right), rank, rightRank);
    return Products.added(call, product);
  }

  private static void fillJoins(Table table) {
    for (String name : new String[] {"cat", "concat", "concatenate"}) {
      table.function(name, "tensors, dim=0", Joining::cat);
    }
    table.function("stack", "tensors, dim=0", Joining::stack);
    table.function("vstack", "tensors", call -> Joining.stackAlong(call, 0));
    table.function("row_stack", "tensors", call -> Joining.stackAlong(call, 0));
    table.function("hstack", "tensors", call -> Joining.stackAlong(call, 1));
    table.function("dstack", "tensors", call -> Joining.stackAlong(call, 2));
    table.function("column_stack", "tensors", Joining::columns);
    table.function("chunk", "input, chunks, dim=0", Splitting::chunk);
    table.function("split", "input, split_size_or_sections, dim=0", Splitting::split);
    table.method("split", "input, split_size_or_sections:split_size, dim=0", Splitting::split);
    table.function("split_with_sizes", "input, split_sizes, dim=0", Splitting::split);
    table.function("unsafe_chunk", "input, chunks, dim=0", Splitting::chunk);
    table.function("unsafe_split", "input, split_size_or_sections, dim=0", Splitting::split);
    for (int axis = 0; axis < 3; axis++) {
      int along = axis;
      table.function(
          new String[] {"vsplit", "hsplit", "dsplit"}[axis],
          "input, indices_or_sections",
          call -> Splitting.evenly(call, along));
    }
    table.function("unbind", "input, dim=0", Splitting::unbind);
    table.function(
        "tensor_split",
        "input, indices_or_sections=None, dim=0, *, indices=None, sections=None",
        call -> Splitting.tensorSplit(call, Splitting.axis(call, call.tensor("input"))));
  }

  private static void fillSelections(Table table) {
    table.function("getitem", "input, index", Indexing::getItem);
    table.function("setitem", "input, index, value", Indexing::setItem);
    table.function("narrow", "input, dim, start, length", Selecting::narrow);
    table.function("select", "input, dim, index", Selecting::select);
    table.function("index_select", "input, dim, index", Selecting::indexSelect);
    table.function("gather", "input, dim, index, *, sparse_grad=False", Selecting::gather);
    table.function(
        "scatter", "input, dim, index, src=None, *, value=None, reduce=None", Selecting::scatter);
    table.function("scatter_add", "input, dim, index, src", Selecting::scatter);
    table.function(
        "scatter_reduce",
        "input, dim, index, src, reduce, *, include_self=True",
        Selecting::scatter);
    table.function("masked_select", "input, mask", Selecting::maskedSelect);
    table.function("nonzero", "input, *, as_tuple=False", Selecting::nonzero);
    table.function("argwhere", "input", Selecting::nonzero);
    table.method("unfold", "input, dimension, size, step", Selecting::unfold);
  }
}
