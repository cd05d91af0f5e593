package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.model.InputDeclaration;
import io.github.shapecheck.processor.run.object.ClassObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the Java class of a group of modules. */
final class ClassWriter {
  /** A line that stands beside its annotation. */
  private static final int SINGLE = 80;

  private final Group group;
  private final Groups groups;
  private final ForwardPass.Sources sources;

  ClassWriter(Group group, Groups groups, ForwardPass.Sources sources) {
    this.group = group;
    this.groups = groups;
    this.sources = sources;
  }

  /**
   * Writes the class.
   *
   * @param inputs those of the model, none for a module
   * @param defaults what arguments of the forward pass are by default
   */
  JavaFile write(List<InputDeclaration> inputs, Map<String, String> defaults) {
    ModuleContent content = group.instances().get(0);
    List<JavaField> fields = content.fields(group.numbers().expressions());
    ForwardPass forward = new ForwardPass(sources, groups, content);
    String text =
        forward.text(
            inputs.isEmpty()
                ? Set.of("x")
                : inputs.stream().map(InputDeclaration::name).collect(Collectors.toSet()),
            defaults);
    List<JavaAnnotation> annotations = new ArrayList<>();
    inputs.forEach(input -> annotations.add(InputText.of(input)));
    String parameters = parameters(content, forward.constants());
    if (!parameters.isEmpty() || inputs.isEmpty() && fields.isEmpty()) {
      annotations.add(new JavaAnnotation("Params").put("value", JavaText.quoted(parameters)));
    }
    if (!text.isEmpty()) {
      boolean single = text.lines().count() == 1 && text.length() < SINGLE;
      String value = single ? JavaText.quoted(text.strip()) : "\n    " + JavaText.block(text, 4);
      annotations.add(new JavaAnnotation("Forward").put("value", value));
    }
    StringBuilder body = new StringBuilder();
    body.append("/** ").append(comment(content.module().type())).append(" */\n");
    annotations.forEach(annotation -> body.append(annotation.text(0)).append('\n'));
    body.append("class ").append(group.name()).append(" {\n");
    String between = "";
    for (JavaField field : fields) {
      body.append(between).append("  ").append(field.annotation().text(2));
      String line = field.annotation().text(2);
      boolean fits = line.indexOf('\n') < 0 && line.length() + field.name().length() < 80;
      body.append(fits ? " " : "\n  ").append("Object ").append(field.name()).append(";\n");
      between = "\n";
    }
    fields.stream()
        .map(JavaField::nested)
        .filter(nested -> !nested.isEmpty())
        .forEach(nested -> body.append('\n').append(nested));
    body.append("}\n");
    fields.forEach(field -> annotations.add(field.annotation()));
    List.of("Parameter", "Buffer", "Forward").stream()
        .filter(name -> fields.stream().anyMatch(field -> field.nested().contains("@" + name)))
        .forEach(name -> annotations.add(new JavaAnnotation(name)));
    return new JavaFile(group.name(), imports(annotations), body.toString());
  }

  /** The first line of the Python class's docstring, else what it is called. */
  private String comment(ClassObject type) {
    String docstring = sources.index().docstring(type);
    return docstring.isEmpty()
        ? "The Python class " + type.name() + "."
        : docstring.replace("*/", "*").replace("\\", "/").replace("@", "at ");
  }

  private String parameters(ModuleContent content, Map<String, String> constants) {
    Map<String, List<String>> required = group.numbers().parameters();
    Map<String, String> defaults = new LinkedHashMap<>(constants);
    defaults.putAll(content.attributes());
    defaults.keySet().removeAll(required.keySet());
    List<String> all = new ArrayList<>(required.keySet());
    defaults.forEach((name, value) -> all.add(name + " = " + value));
    return String.join(", ", all);
  }

  private static Collection<String> imports(List<JavaAnnotation> annotations) {
    TreeSet<String> imports = new TreeSet<>();
    for (JavaAnnotation annotation : annotations) {
      boolean layer = LayerText.annotation(annotation.name()) != null;
      imports.add("io.github.shapecheck." + (layer ? "nn." : "") + annotation.name());
      annotation.enums().forEach(name -> imports.add("io.github.shapecheck.nn." + name));
    }
    return imports;
  }
}
