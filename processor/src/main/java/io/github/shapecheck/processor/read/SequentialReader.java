package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.SequentialDeclaration;
import io.github.shapecheck.processor.python.parser.Forward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads {@code @Sequential} and finds the classes that its items call. */
record SequentialReader(Element field, List<TypeElement> submodules) {
  private static final Pattern CALLED = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*(?=\\s*\\()");

  /** A name in front, as that of an item of an {@code OrderedDict}: any but with a dot. */
  private static final Pattern NAMED =
      Pattern.compile("\\s*([^\\s#=(.\\['\"](?:[^#=(.\\['\"]*[^\\s#=(.\\['\"])?)\\s*=(?!=)");

  SequentialDeclaration read(Annotation annotation) {
    return new SequentialDeclaration(
        annotation.items("value").stream().map(item -> item(annotation, item)).toList(),
        annotation.origin());
  }

  private SequentialDeclaration.Item item(Annotation annotation, AnnotationValue item) {
    String text = String.valueOf(item.getValue());
    Map<String, String> classes = new LinkedHashMap<>();
    CALLED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .forEach(
            name ->
                find(name)
                    .ifPresent(
                        type -> {
                          submodules.add(type);
                          classes.put(name, type.getQualifiedName().toString());
                        }));
    Matcher named = NAMED.matcher(text);
    String name = named.lookingAt() ? named.group(1) : "";
    String call = text.substring(name.isEmpty() ? 0 : named.end());
    return new SequentialDeclaration.Item(
        name, Forward.parse(List.of(call), Set.of()), classes, annotation.origin().at(item));
  }

  /** A class by its simple name: beside the field, around it, or in its package. */
  private Optional<TypeElement> find(String name) {
    for (Element at = field.getEnclosingElement(); at != null; at = at.getEnclosingElement()) {
      for (TypeElement type : ElementFilter.typesIn(at.getEnclosedElements())) {
        if (type.getSimpleName().contentEquals(name)) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }
}
