package io.github.shapecheck.processor.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.nn.Conv2d;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.value.Value;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Holds the annotations of torch.nn's layers against the catalogue: names, members, defaults. */
class AnnotationsTest {
  private static final String PACKAGE = Conv2d.class.getPackageName();

  /** An annotation's members with their defaults, in the words of the catalogue's signatures. */
  private static final Map<String, Map<String, String>> ANNOTATIONS = annotations();

  @Test
  void everyLayerIsAnAnnotationAndTheOtherWayRound() {
    assertEquals(new TreeSet<>(Catalogue.layers()), ANNOTATIONS.keySet());
  }

  @Test
  void everyMemberIsAParameterWithTheSameDefault() {
    List<String> differences = new ArrayList<>();
    ANNOTATIONS.forEach((name, members) -> compare(name, members, differences));
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
  }

  private static void compare(String name, Map<String, String> members, List<String> differences) {
    LayerType type = Catalogue.layer(name);
    Signature signature = type == null ? Signature.of("") : type.constructor();
    Set<String> left = new TreeSet<>(members.keySet());
    assertTrue(left.remove("with"), name);
    for (int i = 0; i < signature.size(); i++) {
      if (signature.get(i).keywords()) {
        continue; // "with" carries them
      }
      String member = signature.get(i).member();
      left.remove(member);
      left.remove(signature.alternative(i));
      String declared = members.get(member);
      if (declared == null && member.contains("_")) {
        continue; // a number that weights never feel: only a class of Python's may say it
      }
      if (declared == null || !agree(signature.get(i).fallback(), declared)) {
        differences.add(name + "." + member + " is " + declared + ", not " + signature.get(i));
      }
    }
    if (!left.isEmpty()) {
      differences.add(name + " has members without a parameter: " + left);
    }
  }

  /** What must be given, and what is absent in PyTorch, has a default that no user would write. */
  private static boolean agree(@org.jspecify.annotations.Nullable Value fallback, String declared) {
    if (fallback == null || fallback instanceof Value.None) {
      return Set.of("", "0", "{}", "false", "0.0", "2.0", "" + Integer.MIN_VALUE)
          .contains(declared);
    }
    return Notation.JAVA.of(fallback).equals(declared);
  }

  private static Map<String, Map<String, String>> annotations() {
    Reader reader = new Reader();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) throws IOException {
            return "class A {}";
          }
        };
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null, null, null, List.of("-proc:only", "-Xlint:none"), null, List.of(source));
    task.setProcessors(List.of(reader));
    task.call();
    return reader.found;
  }

  /** Lists the package with the compiler's own eyes: the annotations are not kept at run time. */
  @SupportedAnnotationTypes("*")
  private static final class Reader extends AbstractProcessor {
    private final Map<String, Map<String, String>> found = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      for (Element type :
          processingEnv.getElementUtils().getPackageElement(PACKAGE).getEnclosedElements()) {
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
          Map<String, String> members = new TreeMap<>();
          for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
            members.put(member.getSimpleName().toString(), print(member.getDefaultValue()));
          }
          found.put(type.getSimpleName().toString(), members);
        }
      }
      return false;
    }

    private static String print(AnnotationValue value) {
      Object inner = value.getValue();
      if (inner instanceof List<?> items) {
        return items.size() == 1
            ? print((AnnotationValue) items.get(0))
            : items.isEmpty() ? "{}" : "" + items;
      }
      return inner instanceof VariableElement constant
          ? constant.getSimpleName().toString().toLowerCase(Locale.ROOT)
          : "" + inner;
    }
  }
}
