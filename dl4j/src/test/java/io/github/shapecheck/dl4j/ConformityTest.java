package io.github.shapecheck.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.report.ShapeReport;
import io.github.shapecheck.report.text.ReportText;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Real networks of Deeplearning4j beside the report of a ConvNet. */
class ConformityTest {
  private static final ShapeReport REPORT =
      ReportText.read(
          """
          model com.acme.ConvNet
          input x [N, 1, 28, 28] accepts 1..; 1; 28..29; 28..29
          step conv1 conv1:Conv2d(in_channels=1, out_channels=10, kernel_size=5)(x) -> [N, 10, 24, 24] with weight [10, 1, 5, 5], bias [10]
          step pool pool:MaxPool2d(kernel_size=2)(conv1) -> [N, 10, 12, 12]
          step norm norm:BatchNorm2d(num_features=10)(pool) -> [N, 10, 12, 12] with weight [10], bias [10], buffer running_mean [10], buffer running_var [10], buffer num_batches_tracked []
          step flatten flatten:Flatten()(norm) -> view [N, 1440]
          step fc fc:Linear(in_features=1440, out_features=7)(flatten) -> [N, 7] with weight [7, 1440], bias [7]
          output fc [N, 7]
          """);

  private static MultiLayerNetwork network(int kernel, int classes) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(kernel, kernel).nOut(10).name("conv").build())
                .layer(new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build())
                .layer(new BatchNormalization())
                .layer(new DenseLayer.Builder().nOut(classes).build())
                .setInputType(InputType.convolutional(28, 28, 1))
                .build());
    net.init();
    return net;
  }

  @Test
  void theSameNetworkConforms() {
    Conformity.check(REPORT, network(5, 7));
    Conformity.check(REPORT, network(5, 7).toComputationGraph());
  }

  @Test
  void allThatDiffersIsTold() {
    String message =
        """
        the network is not com.acme.ConvNet:
          conv1 has [[10, 1, 5, 5], [10]], but layer conv of the network has [[10, 1, 3, 3], [10]]
          conv1 gives [2, 10, 24, 24], but layer conv of the network [2, 10, 26, 26]
          norm gives [2, 10, 12, 12], but layer layer2 of the network [2, 10, 13, 13]
          fc has [[7, 1440], [7]], but layer layer3 of the network has [[8, 1690], [8]]
          fc gives [2, 7], but layer layer3 of the network [2, 8]""";
    MultiLayerNetwork net = network(3, 8);
    ComputationGraph graph = net.toComputationGraph();
    assertEquals(message, refusal(() -> Conformity.check(REPORT, net)));
    assertEquals(
        message.replace("layer layer", "layer ").replace("layer conv", "layer 0"),
        refusal(() -> Conformity.check(REPORT, graph)));
  }

  private static final ShapeReport TAGGER =
      ReportText.read(
          """
          model com.acme.Tagger
          input x [N, T, 6] accepts 1..; 1..; 6
          step lstm lstm:LSTM(input_size=6, hidden_size=4, batch_first=True)(x) -> ([N, T, 4], [1, N, 4], [1, N, 4]) with weight_ih_l0 [16, 6], weight_hh_l0 [16, 4], bias_ih_l0 [16], bias_hh_l0 [16]
          step rnn rnn:RNN(input_size=4, hidden_size=5, batch_first=True, bidirectional=True)(lstm) -> ([N, T, 10], [2, N, 5]) with weight_ih_l0 [5, 4], weight_hh_l0 [5, 5], bias_ih_l0 [5], bias_hh_l0 [5], weight_ih_l0_reverse [5, 4], weight_hh_l0_reverse [5, 5], bias_ih_l0_reverse [5], bias_hh_l0_reverse [5]
          step fc fc:Linear(in_features=10, out_features=3)(rnn) -> [N, T, 3] with weight [3, 10], bias [3]
          output fc [N, T, 3]
          """);

  private static MultiLayerNetwork tagger(int hidden, RNNFormat format) {
    MultiLayerNetwork net =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new LSTM.Builder().nOut(hidden).dataFormat(format).name("lstm").build())
                .layer(
                    new Bidirectional(
                        new SimpleRnn.Builder().nOut(5).dataFormat(format).name("rnn").build()))
                .layer(new RnnOutputLayer.Builder().nOut(3).dataFormat(format).name("out").build())
                .setInputType(InputType.recurrent(6, format))
                .build());
    net.init();
    return net;
  }

  @Test
  void recurrentLayersConformWhereTimeIsInTheMiddle() {
    Conformity.check(TAGGER, tagger(4, RNNFormat.NWC));
    String message = refusal(() -> Conformity.check(TAGGER, tagger(7, RNNFormat.NWC)));
    assertTrue(
        message.contains(
            "lstm has [[16, 6], [16, 4], [16]], but layer lstm of the network has [[28, 6], [28, 7], [28]]"),
        message);
    assertTrue(
        message.contains("lstm gives [2, 1, 4], but layer lstm of the network [2, 1, 7]"), message);
  }

  private static String refusal(Executable check) {
    return assertThrows(IllegalArgumentException.class, check).getMessage();
  }
}
