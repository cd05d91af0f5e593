package io.github.shapecheck.processor.write;

import io.github.shapecheck.report.ReportIndex;
import io.github.shapecheck.report.ShapeReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes the page that leads to the pages of all models of a compilation. */
public final class IndexFile {
  private static final String NAME = "shapecheck.html";

  private final ReportIndex index = new ReportIndex();
  private final List<Element> models = new ArrayList<>();

  /** An index of no models. */
  public IndexFile() {}

  /** Adds a model whose page lies beside its class. */
  public void add(TypeElement model, ShapeReport report, String page) {
    models.add(model);
    index.add(report, page);
  }

  /**
   * Writes the page at the root of the classes, if there are models; if that cannot be, the answer
   * says why.
   */
  public Optional<String> write(Filer filer) {
    if (models.isEmpty()) {
      return Optional.empty();
    }
    Element[] origins = models.toArray(new Element[0]);
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", NAME, origins).openOutputStream()) {
      out.write(index.toHtml().getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the page " + NAME + " cannot be written: " + e.getMessage());
    }
  }
}
