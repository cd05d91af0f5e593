package io.github.shapecheck.djl.libtorch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** The process that runs questions through JavaCPP's LibTorch. */
public final class LibTorch {
  private LibTorch() {}

  /** Answers in another process. */
  public static List<Answer> answers(List<Question> questions) {
    try {
      Path folder = Files.createTempDirectory("libtorch");
      Path asked = folder.resolve("asked");
      Path said = folder.resolve("said");
      Path log = folder.resolve("log");
      try {
        try (DataOutputStream out = output(asked)) {
          out.writeInt(questions.size());
          for (Question question : questions) {
            question.write(out);
          }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
            List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                LibTorch.class.getName(),
                asked.toString(),
                said.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        int status = builder.redirectOutput(log.toFile()).start().waitFor();
        if (status != 0) {
          throw new IllegalStateException(Files.readString(log));
        }
        List<Answer> answers = new ArrayList<>();
        try (DataInputStream in = input(said)) {
          for (int i = 0; i < questions.size(); i++) {
            answers.add(Answer.read(in));
          }
        }
        return answers;
      } finally {
        for (Path file : List.of(asked, said, log, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads questions from the first file and writes answers to the second. */
  public static void main(String[] files) throws IOException {
    // Unpack all natives first: loading them while they are unpacked crashes the JVM.
    Loader.cacheResource(torch.class, "/org/bytedeco/pytorch/linux-x86_64/");
    Loader.cacheResource(openblas.class, "/org/bytedeco/openblas/linux-x86_64/");
    torch.setGraphExecutorOptimize(false);
    try (DataInputStream in = input(Path.of(files[0]));
        DataOutputStream out = output(Path.of(files[1]))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        answer(Question.read(in)).write(out);
      }
    }
  }

  @SuppressWarnings("try") // the scope frees what was allocated in it
  private static Answer answer(Question question) {
    try (PointerScope scope = new PointerScope()) {
      IValueVector stack = new IValueVector();
      List<Tensor> tensors = new ArrayList<>();
      for (int i = 0; i < question.tensors().size(); i++) {
        Tensor tensor = tensor(question.tensors().get(i), question.exact());
        tensor.set_requires_grad(question.gradients().get(i));
        tensors.add(tensor);
        stack.push_back(new IValue(tensor));
      }
      IValue value =
          torch.compile(question.script()).get_function(new QualifiedName("f")).apply(stack);
      IValueVector results = value.toListRef().vec();
      List<double[]> digests = new ArrayList<>();
      Tensor loss = torch.zeros(0).sum();
      for (int i = 0; i < results.size(); i++) {
        Tensor result = results.get(i).toTensor();
        digests.add(digest(result));
        if (result.requires_grad()) {
          Tensor weights = tensor(Numbers.smooth(result.shape(), i + 30), question.exact());
          loss = loss.add(result.mul(weights).sum());
        }
      }
      List<double[]> after = new ArrayList<>();
      boolean trained = loss.requires_grad() && backward(loss);
      for (Tensor tensor : trained ? tensors : List.<Tensor>of()) {
        Tensor told = tensor.requires_grad() ? tensor.grad() : tensor;
        after.add(told.defined() ? digest(told) : new double[0]);
      }
      return new Answer("", digests, after);
    } catch (RuntimeException e) {
      return Answer.failed(String.valueOf(e.getMessage()));
    }
  }

  /** Whether LibTorch has a derivative. */
  private static boolean backward(Tensor loss) {
    try {
      loss.backward();
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Tensor tensor(Numbers numbers, boolean exact) {
    Tensor made = torch.zeros(numbers.shape(), new TensorOptions(torch.ScalarType.Double));
    double[] values = numbers.values();
    new DoublePointer(made.data_ptr()).put(values, 0, values.length);
    torch.ScalarType real = exact ? torch.ScalarType.Double : torch.ScalarType.Float;
    return made.to(numbers.bound() > 0 ? torch.ScalarType.Long : real);
  }

  private static double[] digest(Tensor tensor) {
    Tensor plain = tensor.detach().to(torch.ScalarType.Double).contiguous();
    double[] values = new double[(int) plain.numel()];
    new DoublePointer(plain.data_ptr()).get(values, 0, values.length);
    return Question.digest(values);
  }

  private static DataInputStream input(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }
}
