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
    Operation.put(table, call -> added(call, product(call, "mat1", "mat2")), "addmm");
    Operation.put(table, call -> added(call, product(call, "batch1", "batch2")), "baddbmm");
    Operation.put(table, call -> added(call, product(call, "mat", "vec")), "addmv");
    Operation.put(table, call -> added(call, outer(call, call.tensor("vec1"))), "addr");
    Operation.put(table, call -> outer(call, call.input()), "outer", "ger");
    Operation.put(table, Einsum::of, "einsum");
  }

  private static NDArray product(Invocation call, String first, String second) {
    return call.tensor(first).matMul(call.tensor(second));
  }

  private static NDArray outer(Invocation call, NDArray column) {
    return column.reshape(-1, 1).mul(call.tensor("vec2"));
  }

  /** The input and a product, each times a number. */
  static NDArray added(Invocation call, NDArray product) {
    return call.input()
        .mul(Constant.of((float) call.real("beta", 1)))
        .add(product.mul(Constant.of((float) call.real("alpha", 1))));
  }
}
