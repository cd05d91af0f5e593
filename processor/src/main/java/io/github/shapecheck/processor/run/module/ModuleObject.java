package io.github.shapecheck.processor.run.module;

import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Invocation;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An {@code nn.Module}: what is registered in it, and the layer that it is, if it is one. */
public final class ModuleObject extends InstanceObject {
  private static final AtomicLong NUMBERS = new AtomicLong();
  private final Set<String> buffers = new LinkedHashSet<>();
  private final Set<String> replaced = new LinkedHashSet<>();
  private final Map<String, Tensor> weights = new HashMap<>();
  private final List<Value> before = new ArrayList<>();
  private final List<Value> after = new ArrayList<>();
  private final long number;
  private String path;
  private boolean registered;
  private boolean begun;
  private int calls;
  private @Nullable Place hooked;
  private @Nullable ConstructorCall making;
  private @Nullable LayerInstance layer;
  private @Nullable ModuleInstance instance;

  public ModuleObject(ClassObject type) {
    super(type);
    this.number = NUMBERS.getAndIncrement();
    this.path = type.name();
    this.begun = !(type.find("__init__") instanceof FunctionObject);
  }

  /** The object of which a method is called. */
  public static ModuleObject self(Invocation in) {
    if (in.object(0) instanceof ModuleObject module) {
      return module;
    }
    throw in.unfit(in.object(0), in.object(0).kind() + " is no module");
  }

  @Override
  public InstanceObject emptyCopy() {
    ModuleObject copy = new ModuleObject(type());
    copy.making = making;
    copy.begun = begun;
    copy.makeOf(madeOf());
    copy.buffers.addAll(buffers);
    copy.before.addAll(before);
    copy.after.addAll(after);
    copy.hooked = hooked;
    return copy;
  }

  @Override
  public void set(String name, Value value) {
    if (value instanceof ModuleObject && !(attributes().get(name) instanceof ModuleObject)) {
      attributes().remove(name); // a module comes where it is set, whatever stood there
    }
    if (making != null && value == weights.get(name) && !replaced.contains(name)) {
      return; // what nn.init gives back is the weight itself
    }
    if (making != null && (value instanceof Tensor || value instanceof Value.None)
        || making != null && value instanceof ModuleObject) {
      replaced.add(name);
    }
    ConstructorCall before = making;
    boolean number = !(value instanceof ModuleObject);
    ConstructorCall changed = before == null || !number ? null : before.with(name, value);
    if (before == null || changed == null) {
      super.set(name, value);
      return;
    }
    if (name.equals("groups")) { // what the weight is made of is called as it was
      attributes().putIfAbsent("in_channels", before.number("in_channels"));
    }
    made(changed);
  }

  @Override
  public void delete(String name) {
    super.delete(name);
    if (making != null) {
      replaced.add(name);
    }
  }

  /** Whether {@code nn.Module}'s own constructor has been called, before which it holds nothing. */
  public boolean hasBegun() {
    return begun;
  }

  public void begin() {
    begun = true;
  }

  /** A layer's own weight, the same tensor whenever it is asked for while layers are made. */
  public Tensor weight(String name, Supplier<Tensor> weight) {
    return weights.computeIfAbsent(name, first -> weight.get());
  }

  /** The weights that somebody asked for and that nothing took the place of. */
  public Map<String, Tensor> ownWeights() {
    Map<String, Tensor> own = new LinkedHashMap<>(weights);
    own.keySet().removeAll(replaced);
    return own;
  }

  /** Begins or ends a call of the module itself, which a forward hook sees. */
  public void called(boolean begins) {
    calls += begins ? 1 : -1;
  }

  /**
   * Whether a forward hook sees what its forward gives, and it holds no module that has its own.
   */
  public boolean isCalledAsLeaf() {
    return calls > 0 && holdsNone();
  }

  /** Whether another took the place of a weight, or of a part that it is in. */
  public boolean isReplaced(String weight) {
    return replaced.stream().anyMatch(name -> weight.equals(name) || weight.startsWith(name + "."));
  }

  /** The weights of a layer that others took the place of. */
  public Set<String> replaced() {
    return replaced;
  }

  /** The modules that are set as attributes, in order. */
  public Map<String, ModuleObject> children() {
    return held(ModuleObject.class);
  }

  private boolean holdsNone() {
    return attributes().values().stream().noneMatch(ModuleObject.class::isInstance);
  }

  /** The tensors that are set as attributes, in order. */
  public Map<String, Tensor> tensors() {
    return held(Tensor.class);
  }

  private <T extends Value> Map<String, T> held(Class<T> type) {
    Map<String, T> held = new LinkedHashMap<>();
    attributes()
        .forEach(
            (name, value) -> {
              if (type.isInstance(value)) {
                held.put(name, type.cast(value));
              }
            });
    return held;
  }

  public void setBuffer(String name, Value value) {
    buffers.add(name);
    set(name, value);
  }

  /** Where the last function was hung before or after its forward pass; null for none. */
  public @Nullable Place hooked() {
    return hooked;
  }

  public void setHooked(Place place) {
    hooked = place;
  }

  /** The functions that are called before its forward pass. */
  public List<Value> before() {
    return before;
  }

  /** The functions that are called after its forward pass. */
  public List<Value> after() {
    return after;
  }

  public Set<String> buffers() {
    return buffers;
  }

  public String path() {
    return path;
  }

  public boolean isRegistered() {
    return registered;
  }

  /** Gives it the first path on which it is found. */
  public void register(String first) {
    path = first;
    registered = true;
    layer = null;
    instance = null;
  }

  /** Whether it is a module of the model that holds no other. */
  public boolean isLeaf() {
    return registered && !path.isEmpty() && holdsNone();
  }

  /** How it was made, of a layer of torch.nn. */
  public @Nullable ConstructorCall making() {
    return making;
  }

  public void made(ConstructorCall how) {
    making = how;
    layer = null;
  }

  public @Nullable LayerInstance layer() {
    if (layer == null && making != null) {
      layer = making.layer(path, registered ? path : path + "#" + number);
    }
    return layer;
  }

  /** The module to which the steps of its forward belong. */
  public ModuleInstance instance(ModuleInstance root) {
    if (instance == null) {
      String prefix = path.isEmpty() ? "" : path + ".";
      instance =
          new ModuleInstance(
              root.model(),
              root.declaration(),
              prefix,
              Map.of(),
              root.uses(),
              root.chain(),
              root.members());
    }
    return instance;
  }

  /** Where it was made, of a layer. */
  public Place place() {
    return making == null ? Place.NONE : making.place();
  }

  @Override
  public String describe() {
    return path.isEmpty() ? "the model" : (making == null ? "the module " : "the layer ") + path;
  }
}
