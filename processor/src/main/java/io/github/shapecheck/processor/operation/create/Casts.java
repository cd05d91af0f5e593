package io.github.shapecheck.processor.operation.create;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.activation.Pointwise;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;

/** Functions that change the type or the place, write over values, or only ask. */
public final class Casts implements Family {
  @Override
  public String signatures() {
    return """
        Tensor.to(input, *args=None, dtype=None, device=None, non_blocking=False, copy=False,
              other=None, memory_format=None)
          Tensor.type_as(input, other)
        Tensor.type(input, dtype=None, non_blocking=False)
        Tensor.float(input, memory_format=None)
        Tensor.double(input, memory_format=None)
        Tensor.half(input, memory_format=None)
        Tensor.bfloat16(input, memory_format=None)
        Tensor.long(input, memory_format=None)
        Tensor.int(input, memory_format=None)
        Tensor.short(input, memory_format=None)
        Tensor.byte(input, memory_format=None)
        Tensor.bool(input, memory_format=None)
        Tensor.cfloat(input, memory_format=None)
        Tensor.contiguous(input, memory_format=None)
        Tensor.cpu(input, device=None, non_blocking=False, memory_format=None)
          Tensor.requires_grad(input, requires_grad=True)
        Tensor.cuda|Tensor.pin_memory(input, device=None, non_blocking=False, memory_format=None)
          Tensor.numpy(input, *, force=False)
        clone(input, memory_format=None)
        detach(input)
          Variable(input, requires_grad=False, volatile=False)
        fill(input, value)
          zero(input)
          Tensor.uniform(input, start:from=0, end:to=1, *, generator=None)
          Tensor.normal(input, mean=0, std=1, *, generator=None)
          Tensor.log_normal(input, mean=1, std=2, *, generator=None)
          Tensor.cauchy(input, median=0, sigma=1, *, generator=None)
          Tensor.exponential(input, lambd=1, *, generator=None)
          Tensor.geometric(input, p, *, generator=None)
          Tensor.random(input, start=0, end=None, *, generator=None)
          Tensor.fill_diagonal(input, fill_value, wrap=False)
        Tensor.resize_as(input, other)
        Tensor.size(input, dim=None)
        Tensor.dim|Tensor.ndimension(input)
        numel(input)
          Tensor.nelement(input)
        is_floating_point(input)
        is_complex(input)
        is_tensor(input)
        Tensor.is_contiguous(input, memory_format=None)
          Tensor.item|Tensor.tolist|Tensor.storage_offset|Tensor.data_ptr(input)
          Tensor.element_size|is_nonzero(input)
          Tensor.stride(input, dim=None)
          is_same_size|equal(input, other)
          allclose(input, other, rtol=1e-05, atol=1e-08)
        Tensor.get_device(input)
        _assert(condition, message=None)
        """;
  }

  @Override
  public Operation operation(String name) {
    return switch (name) {
      case "Tensor.to" -> new Operation(name, Kind.CAST, Casting::to);
      case "Tensor.type" -> new Operation(name, Kind.CAST, Casting::type);
      case "Tensor.float" -> cast(name, DType.FLOAT32);
      case "Tensor.double" -> cast(name, DType.FLOAT64);
      case "Tensor.half" -> cast(name, DType.FLOAT16);
      case "Tensor.bfloat16" -> cast(name, DType.BFLOAT16);
      case "Tensor.long" -> cast(name, DType.INT64);
      case "Tensor.int" -> cast(name, DType.INT32);
      case "Tensor.short" -> cast(name, DType.INT16);
      case "Tensor.byte" -> cast(name, DType.UINT8);
      case "Tensor.bool" -> cast(name, DType.BOOL);
      case "Tensor.cfloat" -> cast(name, DType.COMPLEX64);
      case "Tensor.contiguous" -> new Operation(name, Kind.CONTIGUOUS, Casting::contiguous);
      case "Tensor.cpu" -> new Operation(name, Kind.CAST, Pointwise.COPY);
      case "Tensor.cuda" -> new Operation(name, Kind.COPY, Pointwise.COPY);
      case "clone" -> new Operation(name, Kind.COPY, Casting::copy);
      case "detach" -> new Operation(name, Kind.IDENTITY, Pointwise.SAME);
      case "fill" -> new Operation(name, Kind.OTHER, Pointwise.COPY);
      case "Tensor.resize_as" -> new Operation(name, Kind.OTHER, Casting::resizeAs);
      case "Tensor.size" -> new Operation(name, Kind.SIZE, TensorFacts::size);
      case "Tensor.dim" -> new Operation(name, Kind.OTHER, TensorFacts::rank);
      case "numel" -> new Operation(name, Kind.OTHER, TensorFacts::numel);
      case "is_floating_point" -> new Operation(name, Kind.OTHER, TensorFacts::isFloatingPoint);
      case "is_complex" -> new Operation(name, Kind.OTHER, TensorFacts::isComplex);
      case "is_tensor" -> new Operation(name, Kind.OTHER, TensorFacts::isTensor);
      case "Tensor.is_contiguous" -> new Operation(name, Kind.OTHER, call -> Value.UNKNOWN);
      case "Tensor.get_device" ->
          new Operation(name, Kind.OTHER, call -> new Value.Constant("device"));
      case "_assert" -> new Operation(name, Kind.OTHER, call -> Value.NONE);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Operation cast(String name, DType type) {
    return new Operation(name, Kind.CAST, call -> Casting.cast(call, type));
  }
}
