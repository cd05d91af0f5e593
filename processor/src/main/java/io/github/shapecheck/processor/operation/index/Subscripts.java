package io.github.shapecheck.processor.operation.index;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;

/** Subscripts, selections and what writes to them. */
public final class Subscripts implements Family {
  @Override
  public String signatures() {
    return """
        getitem(input, index)
        setitem(input, index, value)
          index_put(input, index, value, accumulate=False)
        narrow(input, dim, start, length)
        select(input, dim, index)
        Tensor.unfold(input, dimension, size, step)
        index_select(input, dim, index)
        gather(input, dim, index, *, sparse_grad=False)
        scatter(input, dim, index, src=None, *, value=None, reduce=None)
          scatter_add(input, dim, index, src)
          scatter_reduce(input, dim, index, src, reduce, *, include_self=True)
        masked_select(input, mask)
        nonzero(input, *, as_tuple=False)
          argwhere(input)
        unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None)
          unique_consecutive(input, return_inverse=False, return_counts=False, dim=None)
        nms(boxes, scores, iou_threshold)
          batched_nms(boxes, scores, idxs, iou_threshold)
        index_add(input, dim, index, source, *, alpha=1)
          index_copy(input, dim, index, source)
        index_fill(input, dim, index, value)
        masked_scatter(input, mask, source)
        select_scatter(input, src, dim, index)
          slice_scatter(input, src, dim=0, start=None, end=None, step=1)
          diagonal_scatter(input, src, offset=0, dim1=0, dim2=1)
        take(input, index)
        take_along_dim(input, indices, dim=None)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "getitem" -> new Operation(name, Kind.SUBSCRIPT, Indexing::getItem);
      case "setitem" -> new Operation(name, Kind.OTHER, Indexing::setItem);
      case "narrow" -> new Operation(name, Kind.SELECT, Selecting::narrow);
      case "select" -> new Operation(name, Kind.SELECT, Selecting::select);
      case "Tensor.unfold" -> new Operation(name, Kind.UNFOLD, Selecting::unfold);
      case "index_select" -> new Operation(name, Kind.GATHER, Selecting::indexSelect);
      case "gather" -> new Operation(name, Kind.GATHER, Selecting::gather);
      case "scatter" -> new Operation(name, Kind.OTHER, Selecting::scatter);
      case "masked_select" -> new Operation(name, Kind.OTHER, Selecting::maskedSelect);
      case "nonzero" -> new Operation(name, Kind.OTHER, Selecting::nonzero);
      case "unique" -> new Operation(name, Kind.OTHER, Selecting::unique);
      case "nms" -> new Operation(name, Kind.OTHER, Selecting::kept);
      case "index_add" -> new Operation(name, Kind.OTHER, Writing::rows);
      case "index_fill" -> new Operation(name, Kind.OTHER, Writing::filled);
      case "masked_scatter" -> new Operation(name, Kind.OTHER, Writing::masked);
      case "select_scatter" -> new Operation(name, Kind.OTHER, Writing::part);
      case "take" -> new Operation(name, Kind.GATHER, Writing::take);
      case "take_along_dim" -> new Operation(name, Kind.GATHER, Writing::takeAlong);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
