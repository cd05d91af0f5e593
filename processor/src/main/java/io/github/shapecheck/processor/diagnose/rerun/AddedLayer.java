package io.github.shapecheck.processor.diagnose.rerun;

import io.github.shapecheck.processor.operation.LayerType;
import io.github.shapecheck.processor.operation.Role;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Setting;
import java.util.LinkedHashMap;
import java.util.Map;

/** A layer that an edit puts in front of another one. */
public final class AddedLayer {
  private final LayerType type;
  private final Map<String, Setting> members = new LinkedHashMap<>();

  private AddedLayer(LayerType type) {
    this.type = type;
  }

  /** A layer with its defaults. */
  public static AddedLayer of(LayerType type) {
    return new AddedLayer(type);
  }

  /** The same with a number in a role. */
  public AddedLayer with(Role role, Setting value) {
    members.put(type.members(role).get(0), value);
    return this;
  }

  /** The edit that puts it in front of a field's layers. */
  public Edit before(String path) {
    return new Edit.AddLayer(path, type.name(), members);
  }
}
