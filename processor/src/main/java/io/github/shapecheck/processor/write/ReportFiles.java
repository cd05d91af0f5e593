package io.github.shapecheck.processor.write;

import com.palantir.javapoet.ClassName;
import io.github.shapecheck.report.Conditions;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes what a model gets: the class with its report, and its page where that is asked for. */
public final class ReportFiles {
  private final Filer filer;
  private final Generated generated;
  private final TypeElement model;
  private final boolean html;
  private boolean written;

  /** For one model; {@code html} asks for the page. */
  public ReportFiles(ProcessingEnvironment environment, TypeElement model, boolean html) {
    this.filer = environment.getFiler();
    this.generated = new Generated(environment);
    this.model = model;
    this.html = html;
  }

  /** The model's name in its report. */
  public String modelName() {
    return model.getQualifiedName().toString();
  }

  /** The simple name of the class with the report. */
  public String className() {
    return name().simpleName();
  }

  /**
   * Writes the files of the model; false where the class is one of the sources that are compiled.
   */
  public boolean write(ShapeReport report) {
    ClassName name = name();
    ReportSource.Target target =
        new ReportSource.Target(name, isPublic(), model, generated.annotation(model));
    try {
      ReportSource.of(target, report).writeTo(filer);
      written = true;
      if (html) {
        page(name, report.toHtml());
      }
    } catch (FilerException isSource) {
      written = true;
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** After a bug of ours, so that code that uses the class has no errors that follow from it. */
  public void writeEmptyIfNone() {
    if (!written) {
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
