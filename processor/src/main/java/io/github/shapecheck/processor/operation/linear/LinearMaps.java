package io.github.shapecheck.processor.operation.linear;

import io.github.shapecheck.processor.operation.Call;
import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.Operation;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Shape;

/** Linear maps, embeddings, products of matrices and linear algebra. */
public final class LinearMaps implements Family {
  @Override
  public String signatures() {
    return """
        linear(input, weight, bias=None)
          nn.Linear(in_features:in=0, out_features:out, bias=True)(input)
        bilinear(input1, input2, weight, bias=None)
          nn.Bilinear(in1_features:in1, in2_features:in2, out_features:out, bias=True)(input1,
              input2)
        embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0,
              scale_grad_by_freq=False, sparse=False)
          torch.embedding(weight, input, padding_idx=-1, scale_grad_by_freq=False, sparse=False)
          nn.Embedding(num_embeddings:num, embedding_dim:dim, padding_idx:paddingIdx=None,
              max_norm=None, scale_grad_by_freq=False)(input)
        embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2.0,
              scale_grad_by_freq=False, mode='mean', sparse=False, per_sample_weights=None,
              include_last_offset=False, padding_idx=None)
          nn.EmbeddingBag(num_embeddings:num, embedding_dim:dim, padding_idx:paddingIdx=None,
              max_norm=None,
              scale_grad_by_freq=False, mode='mean',
              include_last_offset:includeLastOffset=False)(input, offsets=None,
              per_sample_weights=None)
        one_hot(tensor, num_classes=-1)
        matmul(input, other)
        bmm(input, mat2)
        mm|spmm(input, mat2)
        mv(input, vec)
        addmm(input, mat1, mat2, *, beta=1, alpha=1)
        addmv(input, mat, vec, *, beta=1, alpha=1)
        addr(input, vec1, vec2, *, beta=1, alpha=1)
        baddbmm(input, batch1, batch2, *, beta=1, alpha=1)
        addbmm(input, batch1, batch2, *, beta=1, alpha=1)
        dot|vdot(input, other)
        outer|ger(input, vec2)
        inner(input, other)
        tensordot(a, b, dims=2)
        einsum(equation, *operands)
        chain_matmul(*tensors)
          multi_dot(tensors)
        cdist(x1, x2, p=2.0, compute_mode=None)
        pdist(input, p=2.0)
        kron(input, other)
        cross(input, other, dim=None)
        pinverse|pinv(input, rcond=None, hermitian=False)
        inverse|inv|cholesky|matrix_exp(input, *, upper=False)
          matrix_power(input, n)
        det|logdet(input)
        slogdet(input)
        svd(input, some=True, compute_uv=True)
        linalg_svd(input, full_matrices=True, *, driver=None)
        qr(input, some=True, mode='reduced')
        linalg_lu(input, *, pivot=True)
        lu|lu_factor(input, pivot=True, get_infos=False)
        lu_unpack(input, LU_pivots, unpack_data=True, unpack_pivots=True)
        eigh(input, UPLO='L')
        solve(input, other, *, left=True)
        svdvals(input, *, driver=None)
        solve_triangular(input, other, *, upper, left=True, unitriangular=False)
        lstsq(input, b, rcond=None, *, driver=None)
        trace(input)
        """;
  }

  @Override
  public Operation operation(String name) {
    Kind product = Kind.PRODUCT;
    return switch (name) {
      case "linear" -> new Operation(name, Kind.LINEAR, new Linear());
      case "bilinear" -> new Operation(name, Kind.BILINEAR, new Bilinear());
      case "embedding" -> new Operation(name, Kind.EMBEDDING, new Embedding());
      case "embedding_bag" -> new Operation(name, Kind.OTHER, new EmbeddingBag());
      case "one_hot" -> new Operation(name, Kind.OTHER, Embedding::oneHot);
      case "matmul" -> new Operation(name, product, Products::matmul);
      case "bmm" -> new Operation(name, product, call -> Products.exact(call, "mat2", 3, 3));
      case "mm" -> new Operation(name, product, call -> Products.exact(call, "mat2", 2, 2));
      case "mv" -> new Operation(name, Kind.CONTRACTION, call -> Products.exact(call, "vec", 2, 1));
      case "addmm" ->
          new Operation(name, Kind.CONTRACTION, call -> Products.added(call, "mat1", "mat2", 2, 2));
      case "addmv" ->
          new Operation(name, Kind.CONTRACTION, call -> Products.added(call, "mat", "vec", 2, 1));
      case "addr" -> new Operation(name, Kind.OTHER, Products::addedOuter);
      case "baddbmm" ->
          new Operation(
              name, Kind.CONTRACTION, call -> Products.added(call, "batch1", "batch2", 3, 3));
      case "addbmm" -> new Operation(name, Kind.CONTRACTION, Products::addedSum);
      case "dot" -> new Operation(name, Kind.CONTRACTION, Products::dot);
      case "outer" -> new Operation(name, Kind.OTHER, Products::outer);
      case "inner" -> new Operation(name, Kind.CONTRACTION, Products::inner);
      case "tensordot" -> new Operation(name, Kind.CONTRACTION, Products::tensordot);
      case "einsum" -> new Operation(name, Kind.CONTRACTION, Einsum::apply);
      case "chain_matmul" -> new Operation(name, Kind.CONTRACTION, Matrices::chain);
      case "cdist" -> new Operation(name, Kind.OTHER, Products::cdist);
      case "pdist" -> new Operation(name, Kind.OTHER, Products::pdist);
      case "kron" -> new Operation(name, Kind.OTHER, Matrices::kron);
      case "cross" -> new Operation(name, Kind.OTHER, Matrices::cross);
      case "pinverse" -> new Operation(name, Kind.OTHER, Matrices::pseudoInverse);
      case "inverse" -> new Operation(name, Kind.OTHER, Matrices::square);
      case "det" -> new Operation(name, Kind.OTHER, Matrices::determinant);
      case "slogdet" -> new Operation(name, Kind.OTHER, LinearMaps::signAndLogarithm);
      case "svd" -> new Operation(name, Kind.OTHER, Matrices::svd);
      case "linalg_svd" -> new Operation(name, Kind.OTHER, Matrices::linalgSvd);
      case "qr" -> new Operation(name, Kind.OTHER, Matrices::qr);
      case "linalg_lu" -> new Operation(name, Kind.OTHER, Matrices::triangles);
      case "lu" -> new Operation(name, Kind.OTHER, Matrices::lu);
      case "lu_unpack" -> new Operation(name, Kind.OTHER, Matrices::unpacked);
      case "eigh" -> new Operation(name, Kind.OTHER, Matrices::eigen);
      case "solve" -> new Operation(name, Kind.OTHER, Equations::solve);
      case "svdvals" -> new Operation(name, Kind.OTHER, Matrices::singularValues);
      case "solve_triangular" -> new Operation(name, Kind.OTHER, Equations::triangular);
      case "lstsq" -> new Operation(name, Kind.OTHER, Equations::leastSquares);
      case "trace" ->
          new Operation(name, Kind.OTHER, call -> call.tensor("input", 2, 2).as(Shape.scalar()));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Value signAndLogarithm(Call call) {
    return Value.Sequence.tuple(Matrices.determinant(call), Matrices.determinant(call));
  }
}
