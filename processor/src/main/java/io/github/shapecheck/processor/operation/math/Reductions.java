package io.github.shapecheck.processor.operation.math;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.operation.Rule;
import io.github.shapecheck.processor.operation.math.Reduction.Type;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;

/** Functions that take axes together, pick from them or run along them. */
public final class Reductions implements Family {
  @Override
  public String signatures() {
    return """
        sum(input, dim=None, keepdim=False, *, dtype=None)
        nansum(input, dim=None, keepdim=False, *, dtype=None)
        prod(input, dim=None, keepdim=False, *, dtype=None)
        mean(input, dim=None, keepdim=False, *, dtype=None)
        nanmean(input, dim=None, keepdim=False, *, dtype=None)
          logsumexp(input, dim, keepdim=False)
          std|var(input, dim=None, unbiased=True, keepdim=False, *, correction=1)
          norm(input, p='fro', dim=None, keepdim=False, dtype=None, *, ord=None)
          vector_norm(input, ord=2, dim=None, keepdim=False, *, dtype=None)
        std_mean|var_mean(input, dim=None, unbiased=True, keepdim=False, *, correction=1)
        amax|amin(input, dim=None, keepdim=False)
        argmax|argmin(input, dim=None, keepdim=False)
        any|all(input, dim=None, keepdim=False)
        count_nonzero(input, dim=None)
        dist(input, other, p=2)
        max|min(input, dim=None, keepdim=False, *, other=None)
        median|nanmedian(input, dim=None, keepdim=False)
        mode(input, dim=-1, keepdim=False)
        kthvalue(input, k, dim=-1, keepdim=False)
        topk(input, k, dim=-1, largest=True, sorted=True)
        sort(input, dim=-1, descending=False, *, stable=False)
          cummax|cummin(input, dim)
        argsort(input, dim=-1, descending=False, *, stable=False)
        cumsum|cumprod(input, dim, *, dtype=None)
        logcumsumexp(input, dim)
          renorm(input, p, dim, maxnorm)
        normalize(input, p=2.0, dim=1, eps=1e-12)
        quantile|nanquantile(input, q, dim=None, keepdim=False, *, interpolation='linear')
        aminmax(input, *, dim=None, keepdim=False)
        """;
  }

  @Override
  public Operation operation(String name) {
    Kind reduction = Kind.REDUCTION;
    Reduction real = new Reduction(Type.FLOAT, false);
    return switch (name) {
      case "sum" -> new Operation(name, reduction, besideDim(new Reduction(Type.SUM, false)));
      case "nansum" -> new Operation(name, reduction, new Reduction(Type.SUM, false));
      case "prod" ->
          new Operation(name, reduction, besideDim(ofOneAxis(new Reduction(Type.SUM, false))));
      case "mean" -> new Operation(name, reduction, besideDim(ofFloats(real)));
      case "nanmean" -> new Operation(name, reduction, real);
      case "std_mean" ->
          new Operation(
              name, reduction, call -> Value.Sequence.tuple(real.apply(call), real.apply(call)));
      case "amax" -> new Operation(name, reduction, new Reduction(Type.SAME, true));
      case "argmax" ->
          new Operation(name, Kind.EXTREME, ofOneAxis(new Reduction(Type.INDEX, true)));
      case "any" -> new Operation(name, reduction, new Reduction(Type.BOOL, false));
      case "count_nonzero" -> new Operation(name, reduction, new Reduction(Type.INDEX, false));
      case "dist" -> new Operation(name, reduction, Reductions::dist);
      case "max" -> new Operation(name, Kind.EXTREME, OrderStatistics::extreme);
      case "median" -> new Operation(name, reduction, OrderStatistics::extreme);
      case "mode" -> new Operation(name, reduction, OrderStatistics::along);
      case "kthvalue" -> new Operation(name, reduction, OrderStatistics::kthvalue);
      case "topk" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::topk);
      case "sort" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::sort);
      case "argsort" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::argsort);
      case "cumsum" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::runningSum);
      case "logcumsumexp" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::unchanged);
      case "normalize" -> new Operation(name, Kind.ALONG_AXIS, OrderStatistics::normalize);
      case "quantile" -> new Operation(name, Kind.OTHER, OrderStatistics::quantile);
      case "aminmax" -> new Operation(name, reduction, ofOneAxis(OrderStatistics::range));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Rule besideDim(Rule rule) {
    return call -> {
      Reduction.requireDim(call);
      return rule.apply(call);
    };
  }

  private static Rule ofOneAxis(Rule rule) {
    return call -> {
      Reduction.requireOneAxis(call);
      return rule.apply(call);
    };
  }

  private static Rule ofFloats(Rule rule) {
    return call -> {
      Reduction.requireFloats(call);
      return rule.apply(call);
    };
  }

  private static Value dist(Call call) {
    return call.tensor("input").as(DType.FLOAT32).as(Shape.scalar());
  }
}
