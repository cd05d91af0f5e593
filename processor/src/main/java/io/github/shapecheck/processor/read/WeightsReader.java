package io.github.shapecheck.processor.read;

import io.github.shapecheck.checkpoint.CheckpointException;
import io.github.shapecheck.checkpoint.Checkpoints;
import io.github.shapecheck.processor.model.CheckpointDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** Reads the header of the checkpoint that {@code @Weights} names. */
public record WeightsReader(Filer filer) {
  private static final String NAME = "io.github.shapecheck.Weights";
  private static final List<JavaFileManager.Location> PLACES =
      List.of(
          StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT);

  public Optional<CheckpointDeclaration> read(TypeElement model) {
    Optional<Annotation> weights = AnnotationTypes.find(model, NAME);
    return weights.isPresent() && weights.get().value("value") instanceof String file
        ? Optional.of(read(file, weights.get().origin("value")))
        : Optional.empty();
  }

  private CheckpointDeclaration read(String file, Origin origin) {
    for (JavaFileManager.Location place : PLACES) {
      try (InputStream in = filer.getResource(place, "", file).openInputStream()) {
        return new CheckpointDeclaration(file, Checkpoints.read(in), "", origin);
      } catch (CheckpointException e) {
        return new CheckpointDeclaration(file, Map.of(), String.valueOf(e.getMessage()), origin);
      } catch (IOException | IllegalArgumentException notThere) {
        // perhaps in the next place
      }
    }
    String failure = "there is no such file on the class path or source path";
    return new CheckpointDeclaration(file, Map.of(), failure, origin);
  }
}
