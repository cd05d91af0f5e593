package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.FieldDeclaration;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer of one module instance, its numbers computed.
 *
 * @param path the field's, with the way through submodules in front
 * @param index which of the field's annotations
 * @param numbers the constructor's arguments in the order of the type's signature, room for the
 *     forward's behind them
 * @param withMembers the members that {@code with} gave
 * @param key the key under which the report counts its weights once
 */
public record LayerInstance(
    String path,
    FieldDeclaration field,
    int index,
    LayerDeclaration declaration,
    LayerType type,
    @Nullable Value[] numbers,
    Map<String, Value> withMembers,
    String key) {

  /** Whether it is a member of the model: what is made in passing is none. */
  public boolean isNamed() {
    return key.indexOf('#') < 0;
  }

  /** The member that carries a constructor parameter here. */
  public String member(int index) {
    String member = type.constructor().members().get(index);
    String alternative = type.constructor().alternative(index);
    return isExplicit(alternative) && !isExplicit(member) ? alternative : member;
  }

  private boolean isExplicit(String member) {
    Attribute attribute = declaration.attributes().get(member);
    return withMembers.containsKey(member) || attribute != null && attribute.explicit();
  }

  /** The place of a member's value, of the annotation for null. */
  public Place place(@Nullable String member) {
    Origin origin = declaration.origin();
    if (member != null && withMembers.containsKey(member)) {
      origin = declaration.withOrigin();
    } else if (member != null) {
      Attribute attribute = declaration.attributes().get(member);
      origin = attribute != null && attribute.explicit() ? attribute.origin() : origin;
    }
    return Place.of(origin);
  }

  /** The edit that gives new values to members; null where {@code with} computes one of them. */
  public @Nullable Edit set(Map<String, Setting> parameters) {
    Map<String, Setting> members = new LinkedHashMap<>();
    for (Map.Entry<String, Setting> parameter : parameters.entrySet()) {
      int at = type.constructor().indexOf(parameter.getKey());
      if (at < 0) {
        return null;
      }
      String member = member(at);
      if (withMembers.containsKey(member)) {
        return null;
      }
      members.put(member, parameter.getValue());
    }
    return new Edit.SetMembers(path, index, members);
  }

  /** What a norm gave, as if it had received the channels that it declares. */
  public Value withDeclaredFeatures(Value value) {
    for (String name : List.of("num_features", "num_channels")) {
      int index = type.constructor().indexOf(name);
      Value features = index < 0 ? null : numbers[index];
      if (features != null && features.dim() != null && value instanceof Tensor tensor) {
        return tensor.as(tensor.shape().with(1, features.dim()));
      }
    }
    return value;
  }
}
