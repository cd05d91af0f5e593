import java.util.Arrays;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.MaxPool2dImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A small network with a skip connection, for PyTorch through JavaCPP. */
public class ConvNet extends Module {
  private final Conv2dImpl conv1 = register_module("conv1", conv(1, 10, 5, 0));
  private final MaxPool2dImpl pool =
      register_module("pool", new MaxPool2dImpl(new LongPointer(2, 2)));
  private final Conv2dImpl conv2 = register_module("conv2", conv(10, 10, 3, 1));
  private final LinearImpl fc1 = register_module("fc1", new LinearImpl(1440, 500));
  private final LinearImpl fc2 = register_module("fc2", new LinearImpl(500, 10));

  private static Conv2dImpl conv(long in, long out, long kernel, long padding) {
    Conv2dOptions options = new Conv2dOptions(in, out, new LongPointer(kernel, kernel));
    options.padding().put(new LongPointer(padding, padding));
    return new Conv2dImpl(options);
  }

  Tensor forward(Tensor x) {
    x = torch.relu(conv1.forward(x));
    x = pool.forward(x);
    x = torch.relu(x.add(conv2.forward(x)));
    x = x.flatten(1, -1);
    x = torch.relu(fc1.forward(x));
    return fc2.forward(x);
  }

  public static void main(String[] args) {
    ConvNet net = new ConvNet();
    System.out.println("built");
    System.out.println("forward " + Arrays.toString(net.forward(torch.rand(1, 1, 28, 28)).shape()));
  }
}
