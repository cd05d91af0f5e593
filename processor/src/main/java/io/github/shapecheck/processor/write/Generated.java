package io.github.shapecheck.processor.write;

import com.google.auto.common.GeneratedAnnotations;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The annotation {@code @Generated}, by which linters and coverage know what nobody wrote. */
public final class Generated {
  private static final String BY = "io.github.shapecheck.processor.ShapeCheckProcessor";

  private final ProcessingEnvironment environment;
  private final Map<ModuleElement, Optional<AnnotationSpec>> known = new HashMap<>();

  /** For the classes of one compilation. */
  public Generated(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** The annotation for a class beside this one; absent where that cannot name it. */
  Optional<AnnotationSpec> annotation(TypeElement neighbour) {
    ModuleElement module = environment.getElementUtils().getModuleOf(neighbour);
    return known.computeIfAbsent(module, this::annotationIn);
  }

  private Optional<AnnotationSpec> annotationIn(@Nullable ModuleElement module) {
    return GeneratedAnnotations.generatedAnnotation(
            environment.getElementUtils(), environment.getSourceVersion())
        .filter(annotation -> isReadable(annotation, module))
        .map(
            annotation ->
                AnnotationSpec.builder(ClassName.get(annotation))
                    .addMember("value", "$S", BY)
                    .build());
  }

  /** Whether a source says that we wrote it. */
  static boolean isOurs(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .anyMatch(value -> value.toString().contains(BY));
  }

  /** It stands in java.compiler, which few modules require. */
  private boolean isReadable(TypeElement annotation, @Nullable ModuleElement module) {
    Elements elements = environment.getElementUtils();
    return module == null || elements.getTypeElement(module, annotation.getQualifiedName()) != null;
  }
}
