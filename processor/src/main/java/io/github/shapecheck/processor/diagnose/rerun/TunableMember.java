package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.model.Attribute;
import io.github.shapecheck.processor.model.LayerArgument;
import io.github.shapecheck.processor.model.LayerDeclaration;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Setting;
import io.github.shapecheck.processor.value.Value;
import io.github.shapecheck.shape.Dim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A number of a layer's annotation.
 *
 * @param element which of the member's numbers, -1 for all of them
 */
public record TunableMember(LayerSpot spot, String member, int element) implements Tunable {
  /** One of several numbers of the same member. */
  public TunableMember element(int index) {
    return new TunableMember(spot, member, index);
  }

  /** Where it is written. */
  public Place place() {
    Attribute attribute = spot.layer().attributes().get(member);
    return attribute == null ? Place.NONE : Place.of(attribute.origin());
  }

  /**
   * What all elements of the member are, or the one is; -1 where they differ or are no plain
   * numbers.
   */
  public long declared() {
    long number = -1;
    List<Long> numbers = numbers();
    for (int i = 0; i < numbers.size(); i++) {
      if (element < 0 || element == i) {
        number = i > 0 && element < 0 && numbers.get(i) != number ? -1 : numbers.get(i);
      }
    }
    return number;
  }

  /** The plain numbers of the member, empty if it holds anything else. */
  public List<Long> numbers() {
    Attribute attribute = spot.layer().attributes().get(member);
    List<Value> values =
        attribute == null
            ? List.of()
            : attribute.value() instanceof Value.Sequence sequence
                ? sequence.items()
                : List.of(attribute.value());
    List<Long> numbers = new ArrayList<>();
    for (Value value : values) {
      Dim dim = value.dim();
      if (dim == null || !dim.isConstant()) {
        return List.of();
      }
      numbers.add(dim.value());
    }
    return numbers;
  }

  @Override
  public Model with(Model model, Dim number) {
    Attribute before = spot.layer().attributes().get(member);
    Value value = new Value.Int(number);
    if (before != null && element >= 0 && before.value() instanceof Value.Sequence sequence) {
      List<Value> items = new ArrayList<>(sequence.items());
      items.set(element, value);
      value = sequence.of(items);
    }
    Map<String, Attribute> attributes = new HashMap<>(spot.layer().attributes());
    attributes.put(member, new Attribute(value, spot.layer().origin(), true));
    LayerDeclaration old = spot.layer();
    LayerDeclaration changed =
        new LayerDeclaration(old.type(), attributes, old.with(), old.origin(), old.withOrigin());
    Optional<Model> declared = Revision.of(model, spot.path(), spot.index(), changed);
    LayerArgument argument = new LayerArgument(Place.of(old.origin()), spot.parameter(member));
    return declared.isPresent() ? declared.get() : model.with(argument, value);
  }

  @Override
  public Edit edit(Model model, long first, long last) {
    Setting setting = Setting.of(first);
    if (element >= 0) {
      List<Long> numbers = new ArrayList<>(numbers());
      numbers.set(element, first);
      setting = new Setting.Numbers(numbers);
    }
    return spot.set(member, setting);
  }
}
