package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.ForwardDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.ModuleDeclaration;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.program.Source;
import io.github.shapecheck.processor.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module in its place in the model, its parameters known.
 *
 * @param prefix what stands before its fields' names in a path: empty, or {@code layer1.0.}
 * @param parameters the values of {@code @Params}
 * @param uses the places of use on the way in, outermost first
 * @param chain the qualified names of the modules on the way in, itself last
 * @param members what its fields turned out to be
 */
public record ModuleInstance(
    Model model,
    ModuleDeclaration declaration,
    String prefix,
    Map<String, Value> parameters,
    List<Place> uses,
    List<String> chain,
    Map<String, Value> members) {
  public static ModuleInstance root(Model model, Map<String, Value> parameters) {
    return new ModuleInstance(
        model,
        model.root(),
        "",
        parameters,
        List.of(),
        List.of(model.root().qualifiedName()),
        new HashMap<>());
  }

  /** The same module as its superclass sees it; null where the text does not ask for one. */
  public @Nullable ModuleInstance asSuperclass() {
    ModuleDeclaration parent =
        declaration.forward().flatMap(ForwardDeclaration::superclass).orElse(null);
    if (parent == null) {
      return null;
    }
    List<FieldDeclaration> fields =
        declaration.fields().stream().filter(f -> parent.field(f.name()) != null).toList();
    return new ModuleInstance(
        model, parent.withFields(fields), prefix, parameters, uses, chain, members);
  }

  /** Its path, empty for the model itself. */
  public String path() {
    return prefix.isEmpty() ? prefix : prefix.substring(0, prefix.length() - 1);
  }

  public Source source() {
    ForwardDeclaration forward = declaration.forward().orElse(null);
    return forward == null
        ? new Source(declaration.origin(), List.of())
        : new Source(forward.origin(), forward.program().lines());
  }
}
