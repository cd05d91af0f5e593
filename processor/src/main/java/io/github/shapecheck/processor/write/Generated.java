package io.github.shapecheck.processor.write;

import com.google.auto.common.GeneratedAnnotations;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The annotation {@code @Generated}, by which linters and coverage know what nobody wrote. */
record Generated(ProcessingEnvironment environment) {
  private static final String BY = "io.github.shapecheck.processor.ShapeCheckProcessor";

  /** The annotation for a class beside this one; absent where that cannot name it. */
  Optional<AnnotationSpec> annotation(TypeElement neighbour) {
    return GeneratedAnnotations.generatedAnnotation(
            environment.getElementUtils(), environment.getSourceVersion())
        .filter(annotation -> isReadable(annotation, neighbour))
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
  private boolean isReadable(TypeElement annotation, TypeElement neighbour) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(neighbour);
    return module == null || elements.getTypeElement(module, annotation.getQualifiedName()) != null;
  }
}
