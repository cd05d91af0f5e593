import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;

/** A small network with a skip connection, for shapecheck. */
@Input({1, 28, 28})
@Forward(
    """
    x = relu(conv1(x))
    x = pool(x)
    x = relu(x + conv2(x))
    x = flatten(x, 1)
    x = relu(fc1(x))
    return fc2(x)
    """)
public class ConvNet {
  @Conv2d(in = 1, out = 10, k = 5)
  Object conv1;

  @MaxPool2d(2)
  Object pool;

  @Conv2d(in = 10, out = 10, k = 3, p = 1)
  Object conv2;

  @Linear(in = 1440, out = 500)
  Object fc1;

  @Linear(in = 500, out = 10)
  Object fc2;

  public static void main(String[] args) {
    System.out.println(ConvNetShapeReport.report());
    System.out.println("forward (10)");
  }
}
