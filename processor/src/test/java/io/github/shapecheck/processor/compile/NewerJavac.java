package io.github.shapecheck.processor.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The javac of another JDK, in a process of its own.
 *
 * @param jdk that JDK's folder
 */
record NewerJavac(Path jdk) implements Job.Work {

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** The newest JDK from 25 on among the neighbours of the running one. */
  static Optional<Path> home() {
    Path neighbours = Path.of(System.getProperty("java.home")).getParent();
    try (Stream<Path> jdks = Files.list(neighbours)) {
      return jdks.filter(jdk -> version(jdk) >= 25).max(Comparator.comparing(NewerJavac::version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int version(Path jdk) {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(jdk.resolve("release")));
      boolean compiles = Files.exists(jdk.resolve("lib").resolve("ct.sym"));
      return compiles && matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public List<CompilerMessage> run(Job.OnDisk job) throws IOException, InterruptedException {
    Path request = Path.of(job.folder(), "request");
    Path answer = Path.of(job.folder(), "answer");
    Path log = Path.of(job.folder(), "log");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(request))) {
      out.writeObject(job);
    }
    List<String> command =
        List.of(
            jdk.resolve("bin").resolve("java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            NewerJavac.class.getName(),
            request.toString(),
            answer.toString());
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(jdk + " ended with " + exit + ": " + Files.readString(log));
    }
    return List.of((CompilerMessage[]) read(answer));
  }

  /** Runs in the other JDK. */
  public static void main(String[] args) throws IOException {
    Job.OnDisk job = (Job.OnDisk) read(Path.of(args[0]));
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[1])))) {
      out.writeObject(new Javac().run(job).toArray(new CompilerMessage[0]));
    }
  }

  private static Object read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        ObjectInputStream in = new ObjectInputStream(bytes)) {
      return in.readObject();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
