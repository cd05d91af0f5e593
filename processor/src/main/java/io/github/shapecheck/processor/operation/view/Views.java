package io.github.shapecheck.processor.operation.view;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.activation.Pointwise;

/** Other shapes for the same values, joined, split and moved. */
public final class Views implements Family {
  @Override
  public String signatures() {
    return """
        view(input, *size)
        reshape(input, *shape)
        view_as|reshape_as(input, other)
        flatten|ravel(input, start_dim=0, end_dim=-1)
          nn.Flatten(start_dim:start=1, end_dim:end=-1)(input)
        unflatten(input, dim, sizes)
          nn.Unflatten(dim, unflattened_size:size)(input)
        squeeze(input, dim=None)
        unsqueeze(input, dim)
        atleast_1d(input)
        atleast_2d(input)
        atleast_3d(input)
        permute(input, *dims)
        transpose|swapaxes|swapdims(input, dim0, dim1)
        t(input)
          Tensor.H
        Tensor.T
        adjoint(input)
          Tensor.mT
          Tensor.mH
        movedim|moveaxis(input, source, destination)
        expand(input, *size)
          broadcast_to(input, size)
        expand_as(input, other)
        broadcast_tensors(*tensors)
        Tensor.repeat(input, *repeats)
        tile(input, *dims)
        repeat_interleave(input, repeats, dim=None, *, output_size=None)
        roll(input, shifts, dims=None)
        flip(input, *dims)
        fliplr|flipud(input)
        rot90(input, k=1, dims=None)
        as_strided(input, size, stride, storage_offset=None)
        tril|triu(input, diagonal=0)
        diagonal(input, offset=0, dim1=0, dim2=1)
        diag(input, diagonal=0)
        diag_embed(input, offset=0, dim1=-2, dim2=-1)
        diagflat(input, offset=0)
        cat|concat|concatenate(tensors, dim=0)
        vstack|row_stack(tensors)
        hstack(tensors)
        dstack(tensors)
        column_stack(tensors)
        block_diag(*tensors)
        stack(tensors, dim=0)
        pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side='right')
        chunk|unsafe_chunk(input, chunks, dim=0)
        split|unsafe_split(input, split_size_or_sections, dim=0)
          Tensor.split(input, split_size, dim=0)
          split_with_sizes(input, split_sizes, dim=0)
        vsplit(input, indices_or_sections)
        hsplit(input, indices_or_sections)
        dsplit(input, indices_or_sections)
        tensor_split(input, indices_or_sections=None, dim=0, *, indices=None, sections=None)
        unbind(input, dim=0)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "view" -> new Operation(name, Kind.RESHAPE, Reshaping::view);
      case "reshape" -> new Operation(name, Kind.RESHAPE, Reshaping::reshape);
      case "view_as" -> new Operation(name, Kind.RESHAPE, Reshaping::viewAs);
      case "flatten" -> new Operation(name, Kind.FLATTEN, new Flattening());
      case "unflatten" -> new Operation(name, Kind.UNFLATTEN, Flattening::split);
      case "squeeze" -> new Operation(name, Kind.SQUEEZE, Resizing::squeeze);
      case "unsqueeze" -> new Operation(name, Kind.UNSQUEEZE, Resizing::unsqueeze);
      case "atleast_1d" -> new Operation(name, Kind.UNSQUEEZE, call -> Resizing.atLeast(call, 1));
      case "atleast_2d" -> new Operation(name, Kind.UNSQUEEZE, call -> Resizing.atLeast(call, 2));
      case "atleast_3d" -> new Operation(name, Kind.UNSQUEEZE, call -> Resizing.atLeast(call, 3));
      case "permute" -> new Operation(name, Kind.PERMUTE, Permuting::permute);
      case "transpose" -> new Operation(name, Kind.PERMUTE, Permuting::transpose);
      case "t" -> new Operation(name, Kind.PERMUTE, Permuting::transposeMatrix);
      case "Tensor.T" -> new Operation(name, Kind.PERMUTE, Permuting::reversed);
      case "adjoint" -> new Operation(name, Kind.PERMUTE, Permuting::adjoint);
      case "movedim" -> new Operation(name, Kind.PERMUTE, Permuting::movedim);
      case "expand" -> new Operation(name, Kind.EXPAND, Resizing::expand);
      case "expand_as" -> new Operation(name, Kind.EXPAND, Resizing::expandAs);
      case "broadcast_tensors" -> new Operation(name, Kind.EXPAND, Resizing::broadcastTensors);
      case "Tensor.repeat" -> new Operation(name, Kind.OTHER, Resizing::repeat);
      case "tile" -> new Operation(name, Kind.OTHER, Resizing::tile);
      case "repeat_interleave" -> new Operation(name, Kind.OTHER, Resizing::repeatInterleave);
      case "roll" -> new Operation(name, Kind.OTHER, Rearranging::roll);
      case "flip" -> new Operation(name, Kind.OTHER, Rearranging::flip);
      case "fliplr" -> new Operation(name, Kind.OTHER, Pointwise.COPY);
      case "rot90" -> new Operation(name, Kind.OTHER, Rearranging::rotate);
      case "as_strided" -> new Operation(name, Kind.UNFOLD, Rearranging::strided);
      case "tril" -> new Operation(name, Kind.OTHER, Rearranging::triangle);
      case "diagonal" -> new Operation(name, Kind.SELECT, Rearranging::diagonal);
      case "diag" -> new Operation(name, Kind.OTHER, Rearranging::diag);
      case "diag_embed" -> new Operation(name, Kind.OTHER, Rearranging::diagEmbed);
      case "diagflat" -> new Operation(name, Kind.OTHER, Rearranging::diagFlat);
      case "cat" -> new Operation(name, Kind.JOIN, Joining::cat);
      case "vstack" -> new Operation(name, Kind.JOIN, call -> Joining.stackAlong(call, 0));
      case "hstack" -> new Operation(name, Kind.JOIN, call -> Joining.stackAlong(call, 1));
      case "dstack" -> new Operation(name, Kind.JOIN, call -> Joining.stackAlong(call, 2));
      case "column_stack" -> new Operation(name, Kind.JOIN, Joining::columns);
      case "block_diag" -> new Operation(name, Kind.OTHER, Joining::blocks);
      case "stack" -> new Operation(name, Kind.STACK, Joining::stack);
      case "pad_sequence" -> new Operation(name, Kind.OTHER, Joining::padded);
      case "chunk" -> new Operation(name, Kind.SPLIT, Splitting::chunk);
      case "split" -> new Operation(name, Kind.SPLIT, Splitting::split);
      case "vsplit" -> new Operation(name, Kind.SPLIT, call -> Splitting.evenly(call, 0));
      case "hsplit" -> new Operation(name, Kind.SPLIT, call -> Splitting.evenly(call, 1));
      case "dsplit" -> new Operation(name, Kind.SPLIT, call -> Splitting.evenly(call, 2));
      case "tensor_split" -> new Operation(name, Kind.SPLIT, Splitting::tensorSplit);
      case "unbind" -> new Operation(name, Kind.SPLIT, Splitting::unbind);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
