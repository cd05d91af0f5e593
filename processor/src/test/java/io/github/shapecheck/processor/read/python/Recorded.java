package io.github.shapecheck.processor.read.python;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import io.github.shapecheck.processor.value.DType;
import io.github.shapecheck.shape.Dim;
import io.github.shapecheck.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A Python model with what PyTorch made of it.
 *
 * @param source the text of the file
 * @param record an entry of models.json
 */
public record Recorded(String source, JsonObject record) {
  private static final Path FOLDER = Path.of("src/test/resources/python");

  /** All of them, in the order of their files. */
  public static Stream<Recorded> all() throws IOException {
    JsonArray entries =
        JsonParser.parseString(Files.readString(FOLDER.resolve("models.json"))).getAsJsonArray();
    List<Recorded> found = new ArrayList<>();
    for (JsonElement entry : entries) {
      JsonObject record = entry.getAsJsonObject();
      Path file = FOLDER.resolve("models").resolve(record.get("file").getAsString());
      found.add(new Recorded(Files.readString(file), record));
    }
    return found.stream();
  }

  public String file() {
    return text("file");
  }

  /** The model as PyTorch took it. */
  public Trace run() {
    return run(source, record);
  }

  /** Its broken variants. */
  public Stream<Variant> refused() {
    return StreamSupport.stream(record.getAsJsonArray("refused").spliterator(), false)
        .map(variant -> new Variant(this, variant.getAsJsonObject()));
  }

  /**
   * A change that PyTorch refuses.
   *
   * @param change an edit of the source, other arguments or another input, and PyTorch's error
   */
  public record Variant(Recorded of, JsonObject change) {
    Trace run() {
      String source = of.source;
      if (change.has("edit")) {
        JsonArray edit = change.getAsJsonArray("edit");
        source = replaceFirst(source, lines(edit.get(0)), lines(edit.get(1)));
      }
      return of.run(source, change);
    }

    private static String lines(JsonElement text) {
      return text.getAsString().replace("\\n", "\n");
    }

    private static String replaceFirst(String text, String old, String with) {
      int at = text.indexOf(old);
      return text.substring(0, at) + with + text.substring(at + old.length());
    }

    @Override
    public String toString() {
      return of.file() + " with " + change;
    }
  }

  private Trace run(String text, JsonObject given) {
    JsonObject init = given.has("init") ? given : record;
    JsonObject inputs = given.has("inputs") ? given : record;
    PythonModels.Request request =
        new PythonModels.Request(
            file(),
            text,
            text("class"),
            text("class"),
            init.get("init").getAsString(),
            text("call"),
            inputs(inputs.getAsJsonArray("inputs")),
            List.of(),
            Set.of(),
            Origin.NONE);
    return Interpreter.run(PythonModels.read(request, path -> Optional.empty()));
  }

  private String text(String key) {
    return record.get(key).getAsString();
  }

  private static List<InputDeclaration> inputs(JsonArray given) {
    List<InputDeclaration> inputs = new ArrayList<>();
    for (JsonElement element : given) {
      JsonObject input = element.getAsJsonObject();
      List<Dim> sample = new ArrayList<>();
      input.getAsJsonArray("sample").forEach(size -> sample.add(Dim.of(size.getAsLong())));
      boolean batched = !input.get("batch_axis").isJsonNull();
      inputs.add(
          new InputDeclaration(
              input.get("name").getAsString(),
              Shape.of(sample),
              batched ? input.get("batch_axis").getAsInt() : -1,
              input.get("dtype").getAsString().equals("long") ? DType.INT64 : DType.FLOAT32,
              Optional.empty(),
              Origin.NONE,
              Origin.NONE));
    }
    return inputs;
  }

  @Override
  public String toString() {
    return file();
  }
}
