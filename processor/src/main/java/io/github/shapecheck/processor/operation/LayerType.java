package io.github.shapecheck.processor.operation;

import io.github.shapecheck.processor.value.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layer of torch.nn: an operation as it is declared by one name.
 *
 * @param constructor the parameters that the annotation's members carry
 * @param signature those and then the ones of its forward
 */
public record LayerType(
    String name, Signature constructor, Signature signature, Operation operation) {
  /** A layer of its constructor's and its forward's parameters. */
  public static LayerType of(
      String name, Signature constructor, Signature forward, Operation operation) {
    return new LayerType(name, constructor, constructor.then(forward), operation);
  }

  /** The annotation's members that say something of a role. */
  public List<String> members(Role role) {
    return IntStream.range(0, constructor.size())
        .mapToObj(constructor::get)
        .filter(parameter -> parameter.role() == role)
        .flatMap(parameter -> Stream.of(parameter.member(), parameter.alternative()))
        .distinct()
        .toList();
  }

  /** What an annotation's member says. */
  public Role role(String member) {
    return IntStream.range(0, constructor.size())
        .mapToObj(constructor::get)
        .filter(p -> p.member().equals(member) || p.alternative().equals(member))
        .map(Parameter::role)
        .findFirst()
        .orElse(Role.OTHER);
  }

  /** The default of a constructor parameter, null where it must be given. */
  public @Nullable Value fallback(int index) {
    return constructor.get(index).fallback();
  }
}
