import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;

/** A small network with a skip connection, for Deeplearning4j. */
public class ConvNet {
  private static ConvolutionLayer conv(int in, int out, int kernel, int padding) {
    return new ConvolutionLayer.Builder(kernel, kernel)
        .nIn(in)
        .nOut(out)
        .padding(padding, padding)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static SubsamplingLayer pool() {
    return new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build();
  }

  private static ActivationLayer relu() {
    return new ActivationLayer.Builder().activation(Activation.RELU).build();
  }

  public static void main(String[] args) {
    ComputationGraphConfiguration graph =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("x")
            .addLayer("conv1", conv(1, 10, 5, 0), "x")
            .addLayer("relu1", relu(), "conv1")
            .addLayer("pool", pool(), "relu1")
            .addLayer("conv2", conv(10, 10, 3, 1), "pool")
            .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "pool", "conv2")
            .addLayer("relu2", relu(), "sum")
            .addLayer(
                "fc1",
                new DenseLayer.Builder().nIn(1440).nOut(500).activation(Activation.RELU).build(),
                "relu2")
            .addLayer(
                "fc2",
                new OutputLayer.Builder().nIn(500).nOut(10).activation(Activation.SOFTMAX).build(),
                "fc1")
            .setOutputs("fc2")
            .setInputTypes(InputType.convolutional(28, 28, 1))
            .build();
    ComputationGraph net = new ComputationGraph(graph);
    net.init();
    System.out.println("built");
    System.out.println(
        "forward " + Arrays.toString(net.outputSingle(Nd4j.ones(1, 1, 28, 28)).shape()));
  }
}
