package io.github.shapecheck.processor.read;

import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.python.PythonModels;
import java.util.Optional;

/** Reads {@code @TorchModule}: the model of a class is a Python class. */
record TorchModuleReader(PythonModels.Sources sources) {
  /** The model with the inputs and outputs that the Java class declares. */
  Model read(Model declared, Annotation annotation) {
    String file = annotation.text("file");
    String value = annotation.text("value");
    Origin origin = annotation.origin(file.isEmpty() ? "value" : "file");
    Optional<String> text = file.isEmpty() ? Optional.of(value) : sources.read(file);
    if (text.isEmpty() || text.get().isBlank()) {
      String message =
          file.isEmpty()
              ? "@TorchModule needs Python source, or a file"
              : "there is no file "
                  + file
                  + " below the folders of -Ashapecheck.python, on the source path, on the class path"
                  + " or beside this source";
      declared.problems().add(Problem.of(ProblemId.MEMBER, Place.of(origin), message));
      return declared;
    }
    ModuleDeclaration root = declared.root();
    String name = root.name().substring(root.name().lastIndexOf('.') + 1);
    PythonModels.Request request =
        new PythonModels.Request(
            file,
            text.get(),
            name,
            annotation.text("type"),
            annotation.text("with"),
            annotation.text("call"),
            root.inputs(),
            root.outputs(),
            root.suppressed(),
            origin);
    return new Model(
        root,
        declared.modules(),
        declared.problems(),
        PythonModels.read(request, sources).python());
  }
}
