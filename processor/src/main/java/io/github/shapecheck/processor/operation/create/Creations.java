package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.value.DType;

/** Functions that make tensors. */
public final class Creations implements Family {
  @Override
  public String signatures() {
    return """
        zeros|ones|empty|rand|randn(*size, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, memory_format=None, generator=None, names=None)
          distributions.samples(*size, *, dtype=None)
        zeros_like|ones_like|empty_like|rand_like|randn_like(input, *, out=None, dtype=None,
              layout=None, device=None, requires_grad=False, pin_memory=False,
              memory_format=None, generator=None)
          distributions.sample(input, *, dtype=None)
          full_like(input, fill_value, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, memory_format=None)
          randint_like(input, low, high=None, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, memory_format=None, generator=None)
        Tensor.new_zeros|Tensor.new_ones|Tensor.new_empty(input, *size, *, dtype=None, layout=None,
              device=None, requires_grad=False, pin_memory=False)
          Tensor.resize_(input, *size, *, memory_format=None)
          Tensor.new_full(input, size, fill_value, *, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False)
        full(size, fill_value, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, names=None)
        tensor|scalar_tensor(data, *, dtype=None, layout=None, device=None, requires_grad=False,
              pin_memory=False, names=None)
          as_tensor|from_numpy(data, dtype=None, device=None, *, requires_grad=False)
          Tensor.new_tensor(input, data, *, dtype=None, device=None, requires_grad=False)
        randint(low, high, size=None, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, generator=None)
        arange(start=None, end=None, step=1, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False)
        linspace(start, end, steps, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False)
          logspace(start, end, steps, base=10.0, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False)
          hann_window|hamming_window|bartlett_window|blackman_window(steps, periodic=True, *,
              dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False)
        randperm(steps, *, out=None, dtype=None, layout=None, device=None, requires_grad=False,
              pin_memory=False, generator=None)
        eye(n, m=None, *, out=None, dtype=None, layout=None, device=None, requires_grad=False,
              pin_memory=False)
        normal(mean, std=1.0, size=None, *, out=None, dtype=None, layout=None, device=None,
              requires_grad=False, pin_memory=False, generator=None)
        meshgrid(*tensors, indexing='ij')
        FloatTensor|Tensor(*data)
        LongTensor(*data)
        BoolTensor(*data)
        IntTensor(*data)
        ByteTensor(*data)
        DoubleTensor(*data)
        HalfTensor(*data)
        Tensor.new(input, *data)
        generate_square_subsequent_mask(sz, device=None, dtype=None)
        tril_indices(row, col, offset=0, *, dtype=None, device=None, layout=None)
        triu_indices(row, col, offset=0, *, dtype=None, device=None, layout=None)
        fftfreq(n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False)
        rfftfreq(n, d=1.0, *, out=None, dtype=None, device=None, requires_grad=False)
        """;
  }

  @Override
  public Operation operation(String name) {
    Kind made = Kind.CREATION;
    return switch (name) {
      case "zeros" -> new Operation(name, made, call -> Creating.sized(call, DType.FLOAT32));
      case "zeros_like" -> new Operation(name, Kind.OTHER, Creating::like);
      case "Tensor.new_zeros" -> new Operation(name, made, Creating::renewed);
      case "full" -> new Operation(name, made, Creating::full);
      case "tensor" -> new Operation(name, Kind.OTHER, ListedNumbers::tensor);
      case "randint" -> new Operation(name, made, Creating::integers);
      case "arange" -> new Operation(name, made, Creating::arange);
      case "linspace" -> new Operation(name, made, call -> Creating.steps(call, DType.FLOAT32));
      case "randperm" -> new Operation(name, made, call -> Creating.steps(call, DType.INT64));
      case "eye" -> new Operation(name, made, Creating::eye);
      case "normal" -> new Operation(name, made, Creating::normal);
      case "meshgrid" -> new Operation(name, Kind.OTHER, Creating::meshgrid);
      case "FloatTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.FLOAT32));
      case "LongTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.INT64));
      case "BoolTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.BOOL));
      case "IntTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.INT32));
      case "ByteTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.UINT8));
      case "DoubleTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.FLOAT64));
      case "HalfTensor" ->
          new Operation(name, Kind.OTHER, call -> ListedNumbers.legacy(call, DType.FLOAT16));
      case "Tensor.new" ->
          new Operation(
              name, Kind.OTHER, call -> ListedNumbers.legacy(call, call.tensor("input").dtype()));
      case "generate_square_subsequent_mask" -> new Operation(name, made, Creating::mask);
      case "tril_indices" -> new Operation(name, made, call -> Creating.triangle(call, true));
      case "triu_indices" -> new Operation(name, made, call -> Creating.triangle(call, false));
      case "fftfreq" -> new Operation(name, made, call -> Creating.frequencies(call, false));
      case "rfftfreq" -> new Operation(name, made, call -> Creating.frequencies(call, true));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
