package io.github.shapecheck.djl.operation;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Products of matrices and of more axes. */
final class Products {
  private Products() {}

  static void fill(Map<String, Operation> table) {
    Operation.put(
        table,
        call -> call.array(call.at(0)).matMul(call.array(call.at(1))),
        "matmul",
        "mm",
        "bmm",
        "mv",
        "spmm",
        "vdot",
        "dot");
    Operation.put(table, call -> added(call, "mat1", "mat2"), "addmm");
    Operation.put(table, call -> added(call, "batch1", "batch2"), "baddbmm");
    Operation.put(table, call -> added(call, "mat", "vec"), "addmv");
    Operation.put(
        table, call -> call.input().reshape(-1, 1).mul(call.tensor("vec2")), "outer", "ger");
    Operation.put(table, Einsum::of, "einsum");
  }

  private static NDArray added(Invocation call, String first, String second) {
    NDArray product = call.tensor(first).matMul(call.tensor(second));
    return call.input()
        .mul(Constant.of((float) call.real("beta", 1)))
        .add(product.mul(Constant.of((float) call.real("alpha", 1))));
  }
}
