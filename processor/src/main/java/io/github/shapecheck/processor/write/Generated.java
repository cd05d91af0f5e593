package io.github.shapecheck.processor.write;

import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The annotation {@code @Generated}, by which linters and coverage know what nobody wrote. */
public final class Generated {
  private static final String NAME = "javax.annotation.processing.Generated";
  static final String BY = "io.github.shapecheck.processor.ShapeCheckProcessor";

  private final ProcessingEnvironment environment;
  private final Map<ModuleElement, Boolean> known = new HashMap<>();

  /** For the classes of one compilation. */
  public Generated(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Whether a class beside this one can name the annotation. */
  boolean isReadableBy(TypeElement neighbour) {
    ModuleElement module = environment.getElementUtils().getModuleOf(neighbour);
    return known.computeIfAbsent(module, this::isReadable);
  }

  /** Whether a source says that we wrote it. */
  static boolean isOurs(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .anyMatch(value -> value.toString().contains(BY));
  }

  /** It stands in java.compiler, which few modules require. */
  private boolean isReadable(@Nullable ModuleElement module) {
    Elements elements = environment.getElementUtils();
    return (module == null ? elements.getTypeElement(NAME) : elements.getTypeElement(module, NAME))
        != null;
  }
}
