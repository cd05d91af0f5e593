package io.github.shapecheck.processor.write;

import com.palantir.javapoet.ClassName;
import io.github.shapecheck.report.Conditions;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes what a model gets: the class with its report, and its page where that is asked for. */
public final class ReportFiles {
  private final Filer filer;
  private final Generated generated;
  private final TypeElement model;
  private final boolean html;
  private final Elements elements;
  private boolean written;

  /** For one model; {@code html} asks for the page. */
  public ReportFiles(
      ProcessingEnvironment environment, Generated generated, TypeElement model, boolean html) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
    this.generated = generated;
    this.model = model;
    this.html = html;
  }

  public String modelName() {
    return model.getQualifiedName().toString();
  }

  /** Writes the files of the model; if that cannot be, the answer says why. */
  public Optional<String> write(ShapeReport report) {
    written = true;
    ClassName name = name();
    ReportSource.Target target =
        new ReportSource.Target(name, isPublic(), model, generated.annotation(model));
    try {
      ReportSource.of(target, report).writeTo(filer);
      if (html) {
        page(name, report.toHtml());
      }
      return Optional.empty();
    } catch (FilerException taken) {
      return Optional.of("the report cannot be written: " + taken(name));
    } catch (FileSystemException e) {
      return Optional.of("the report cannot be written (" + e.getReason() + "): " + e.getFile());
    } catch (IOException e) {
      return Optional.of("the report cannot be written: " + e.getMessage());
    }
  }

  /** Who has the name of the class already: a class of the user's, an earlier build, a model. */
  private String taken(ClassName name) {
    TypeElement type = elements.getTypeElement(name.canonicalName());
    if (type == null) {
      return name.simpleName() + " is the report of another model too: rename one of them";
    }
    return name.simpleName()
        + (Generated.isOurs(type)
            ? " is among the sources: delete that file, and have generated sources written"
                + " elsewhere with javac's -d or -s"
            : " is a class of yours: rename it or the model");
  }

  /** After a bug of ours, so that code that uses the class has no errors that follow from it. */
  public void writeEmptyIfNone() {
    if (!written) {
      Optional<String> unused =
          write(
              new ShapeReport(
                  modelName(), List.of(), List.of(), List.of(), List.of(), Conditions.NONE));
    }
  }

  /** Where the model's page lies below the classes. */
  public String pagePath() {
    String home = name().packageName().replace('.', '/');
    return (home.isEmpty() ? "" : home + "/") + pageName(name());
  }

  private static String pageName(ClassName name) {
    return name.simpleName().replaceFirst("ShapeReport$", ".html");
  }

  private void page(ClassName name, String text) throws IOException {
    FileObject page =
        filer.createResource(
            StandardLocation.CLASS_OUTPUT, name.packageName(), pageName(name), model);
    try (OutputStream out = page.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** {@code Outer_NetShapeReport} for {@code Outer.Net}. */
  private ClassName name() {
    ClassName name = ClassName.get(model);
    return ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "ShapeReport");
  }

  private boolean isPublic() {
    for (Element type = model; type instanceof TypeElement; type = type.getEnclosingElement()) {
      if (!type.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
