package io.github.shapecheck.processor.write;

import io.github.shapecheck.report.Conditions;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
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
    ReportSource.Target target =
        new ReportSource.Target(home(), name(), isPublic(), model, generated.isReadableBy(model));
    String source = ReportSource.of(target, report);
    try {
      try (Writer out = filer.createSourceFile(qualified(), model).openWriter()) {
        out.write(source);
      }
      if (html) {
        page(report.toHtml());
      }
      return Optional.empty();
    } catch (FilerException taken) {
      return Optional.of("the report cannot be written: " + taken());
    } catch (FileSystemException e) {
      return Optional.of("the report cannot be written (" + e.getReason() + "): " + e.getFile());
    } catch (IOException e) {
      return Optional.of("the report cannot be written: " + e.getMessage());
    }
  }

  /** Who has the name of the class already: a class of the user's, an earlier build, a model. */
  private String taken() {
    TypeElement type = elements.getTypeElement(qualified());
    if (type == null) {
      return name() + " is the report of another model too: rename one of them";
    }
    return name()
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
    String home = home().replace('.', '/');
    return (home.isEmpty() ? "" : home + "/") + pageName();
  }

  private String pageName() {
    return name().replaceFirst("ShapeReport$", ".html");
  }

  private void page(String text) throws IOException {
    FileObject page =
        filer.createResource(StandardLocation.CLASS_OUTPUT, home(), pageName(), model);
    try (OutputStream out = page.openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String home() {
    return elements.getPackageOf(model).getQualifiedName().toString();
  }

  /** {@code Outer_NetShapeReport} for {@code Outer.Net}. */
  private String name() {
    StringBuilder name = new StringBuilder("ShapeReport");
    for (Element type = model; type instanceof TypeElement; type = type.getEnclosingElement()) {
      name.insert(0, type == model ? "" : "_").insert(0, type.getSimpleName());
    }
    return name.toString();
  }

  private String qualified() {
    return home().isEmpty() ? name() : home() + "." + name();
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
