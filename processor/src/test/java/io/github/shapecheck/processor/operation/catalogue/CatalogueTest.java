package io.github.shapecheck.processor.operation.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.operation.Family;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.Kind;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is declared can be called, once by each name, and other names of it mean the same. */
class CatalogueTest {
  /** Names of one meaning, which no other room may tell apart. */
  private static final String[] ALIASES = {
    "chunk unsafe_chunk split unsafe_split split_with_sizes vsplit hsplit dsplit tensor_split unbind",
    "transpose swapaxes swapdims permute movedim moveaxis t adjoint mT mH H T",
    "view reshape view_as reshape_as",
    "flatten ravel nn.Flatten",
    "unflatten nn.Unflatten",
    "pad nn.ZeroPad1d nn.ConstantPad2d nn.ReflectionPad3d nn.ReplicationPad2d nn.CircularPad3d",
    "max_pool2d max_pool2d_with_indices nn.MaxPool2d nn.AvgPool1d avg_pool3d nn.LPPool2d",
    "adaptive_avg_pool2d adaptive_max_pool1d_with_indices nn.AdaptiveMaxPool3d",
    "conv1d nn.Conv2d conv3d",
    "conv_transpose2d nn.ConvTranspose3d",
    "interpolate upsample nn.Upsample nn.UpsamplingNearest2d upsample_bilinear",
    "batch_norm nn.BatchNorm1d nn.BatchNorm3d nn.SyncBatchNorm",
    "instance_norm nn.InstanceNorm2d",
    "group_norm nn.GroupNorm",
    "layer_norm nn.LayerNorm",
    "linear nn.Linear",
    "embedding nn.Embedding",
    "relu relu6 nn.ReLU nn.ReLU6 relu_",
    "sigmoid nn.Sigmoid sigmoid_",
    "softmax nn.Softmax nn.Softmin nn.Softmax2d gumbel_softmax",
    "log_softmax nn.LogSoftmax",
    "dropout nn.Dropout dropout2d nn.Dropout3d alpha_dropout nn.FeatureAlphaDropout stochastic_depth",
    "cat concat concatenate vstack hstack",
    "matmul mm bmm",
    "add add_ sub mul eq lt where",
    "sum mean amax std var logsumexp",
    "max min argmax argmin",
    "cross_entropy nn.CrossEntropyLoss",
    "binary_cross_entropy_with_logits nn.BCEWithLogitsLoss",
    "binary_cross_entropy nn.BCELoss",
    "nll_loss nn.NLLLoss kl_div nn.KLDivLoss",
    "nn.LSTM nn.GRU nn.RNN nn.LSTMCell",
    "scaled_dot_product_attention nn.MultiheadAttention",
  };

  @Test
  void namesOfOneMeaningAreOfOneKind() {
    for (String names : ALIASES) {
      String[] all = names.split(" ");
      Kind kind = operation(all[0]).kind();
      for (String name : all) {
        assertEquals(kind, operation(name).kind(), name);
      }
    }
  }

  @Test
  void whatIsDeclaredCanBeBuilt() {
    List<String> layers = Catalogue.layers();
    assertTrue(layers.size() > 130, () -> "" + layers.size());
    for (String name : layers) {
      LayerType layer = Catalogue.layer(name);
      assertNotNull(layer, name);
      assertEquals(name, layer.name());
      assertNotNull(layer.operation().rule(), name);
    }
    for (String name : Catalogue.functions()) {
      Operation operation = operation(name);
      assertNotNull(operation.rule(), name);
    }
  }

  @Test
  void whatIsNotDeclaredIsNothing() {
    assertNull(Catalogue.function("nn.Linear"));
    assertNull(Catalogue.function("relu__"));
    assertNull(Catalogue.function("nonsense"));
    assertNull(Catalogue.method("nonsense_"));
    assertNull(Catalogue.layer("relu"));
    assertNull(Catalogue.attribute("view"));
  }

  @Test
  void aNameDeclaredTwiceIsRefused() {
    Map<String, Declaration> index = new HashMap<>();
    Catalogue.index(family("relu|sigmoid(input)\n"), index);
    Family second = family("tanh(input)\n  nn.Tanh()(input)\nsigmoid(input)\n");
    assertEquals(
        "sigmoid is declared twice",
        assertThrows(IllegalStateException.class, () -> Catalogue.index(second, index))
            .getMessage());
  }

  @Test
  void aTextDeclaresNamesByAlternativesAndDigits() {
    List<String> declared = new ArrayList<>();
    for (Declaration declaration :
        Declaration.of(
            family(
                "conv[12]d|convolution[12]d(input,\n    stride=1)\n  nn.Conv[12]d(k)(input)\n  Tensor.T\n"))) {
      declared.add(
          declaration.name()
              + " is "
              + declaration.first()
              + " of "
              + declaration.parameters()
              + " and "
              + declaration.forward());
    }
    assertEquals(
        List.of(
            "conv1d is conv1d of input,\n    stride=1 and null",
            "conv2d is conv2d of input,\n    stride=1 and null",
            "convolution1d is conv1d of input,\n    stride=1 and null",
            "convolution2d is conv2d of input,\n    stride=1 and null",
            "nn.Conv1d is conv1d of k and input",
            "nn.Conv2d is conv2d of k and input"),
        declared.subList(0, 6));
  }

  @Test
  void layersAndFunctionsShareTheirOperation() {
    assertEquals(operation("nn.Conv2d"), operation("conv2d"));
    assertEquals(operation("nn.Softmax"), operation("softmin"));
    assertFalse(operation("conv1d").equals(operation("conv2d")));
    assertEquals(2, operation("nn.MaxPool2d").axes());
    assertEquals(0, operation("atleast_1d").axes());
  }

  private static Operation operation(String name) {
    if (name.startsWith("nn.")) {
      LayerType layer = Catalogue.layer(name.substring("nn.".length()));
      assertNotNull(layer, name);
      return layer.operation();
    }
    Function function = Catalogue.function(name);
    Function any = function == null ? Catalogue.method(name) : function;
    assertNotNull(any, name);
    return any.operation();
  }

  private static Family family(String signatures) {
    return new Family() {
      @Override
      public String signatures() {
        return signatures;
      }

      @Override
      public Operation operation(String name) {
        return new Operation(name, Kind.OTHER, call -> call.get("input"));
      }
    };
  }
}
