package io.github.shapecheck.processor.run.network;

import io.github.shapecheck.processor.model.PythonFile;
import io.github.shapecheck.processor.operation.Function;
import io.github.shapecheck.processor.operation.NearestName;
import io.github.shapecheck.processor.operation.catalogue.Catalogue;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.run.module.DeclaredObject;
import io.github.shapecheck.processor.run.module.ModuleInstance;
import io.github.shapecheck.processor.run.module.ModuleObject;
import io.github.shapecheck.processor.run.module.References;
import io.github.shapecheck.processor.run.module.TensorAttributes;
import io.github.shapecheck.processor.run.network.declared.DeclaredAttributes;
import io.github.shapecheck.processor.run.network.declared.Members;
import io.github.shapecheck.processor.run.network.torch.Distributions;
import io.github.shapecheck.processor.run.network.torch.LayerAttributes;
import io.github.shapecheck.processor.run.network.torch.NetworkHost;
import io.github.shapecheck.processor.run.network.torch.TorchClasses;
import io.github.shapecheck.processor.run.network.torch.TorchNames;
import io.github.shapecheck.processor.run.network.torch.TorchSpecials;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Arguments;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.FileModule;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.FunctionObject;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.SuperObject;
import io.github.shapecheck.processor.run.program.library.StandardLibrary;
import io.github.shapecheck.processor.value.Tensor;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names mean to the programs of a network: variables' neighbours, modules, attributes. */
record NetworkNames(
    NetworkHost network, Frame frame, @Nullable PythonProgram python, Map<String, Value> assigned) {
  private static final String TRANSFORMS = "torchvision.transforms";

  /** What a name stands for that no variable bears; null for nothing. */
  @Nullable Value name(String name) {
    if (python != null) {
      return null;
    }
    ModuleInstance module = NetworkHost.module(frame);
    if (name.equals("self") || name.equals("this")) {
      return network.self(module);
    }
    Value member = network.self(module).attributes().get(name);
    if (member == null) {
      member = new Members(network.recorder()).find(module, name);
    }
    return member == null ? TorchNames.free(name) : member;
  }

  /** A module that can be imported; null where it is not known. */
  @Nullable Value library(String dotted) {
    if (python != null && frame.source().origin() instanceof PythonFile file) {
      Value own = python.imported(file, dotted);
      if (own != null) {
        return own;
      }
    }
    Value library = StandardLibrary.module(frame, dotted);
    boolean torch =
        dotted.equals("torch")
            || dotted.startsWith("torch.")
            || dotted.startsWith("torchvision.ops")
            || dotted.startsWith("einops");
    if (dotted.equals(TRANSFORMS)) {
      return new Library(dotted, this::transform);
    } else if (torch && TorchSpecials.isTool(dotted)) {
      return new Opaque("the module " + dotted + ", which is not evaluated");
    }
    if (library == null && dotted.startsWith("timm.")) {
      return new Opaque(dotted + ", which is not evaluated");
    }
    if (library == null && dotted.startsWith("torchvision.models.")) {
      return new Library(dotted, name -> part(dotted, name));
    }
    return library == null && (torch || TorchNames.library(dotted) != null) ? own(dotted) : library;
  }

  /** What a file of torchvision holds: an operation of the catalogue, or what is not evaluated. */
  private static Value part(String module, String name) {
    Function function = Catalogue.function(name);
    return function == null
        ? new Opaque(module + "." + name + ", which is not evaluated")
        : new References.Named(function, null);
  }

  /** {@code torchvision.transforms}: what tensors go through has a file, the rest is for images. */
  private @Nullable Value transform(String name) {
    Value functional = name.equals("functional") ? library(TRANSFORMS + ".functional") : null;
    return functional == null
        ? new Opaque(TRANSFORMS + "." + name + ", which is not evaluated")
        : functional;
  }

  /** A member of a library; modules that are read from files come first. */
  private @Nullable Value member(String library, String name) {
    if (python != null && frame.source().origin() instanceof PythonFile file) {
      Value module = python.imported(file, library + "." + name);
      if (module != null) {
        return module;
      }
    }
    if ((library + "." + name).equals(TRANSFORMS)) {
      return library(TRANSFORMS);
    }
    Value own = assigned.get(library + "." + name);
    Value member = own == null ? TorchNames.module(library).members().apply(name) : own;
    if (member == null && library.equals("torchvision.ops") && !name.equals("misc")) {
      Value misc = library(library + ".misc");
      return misc instanceof FileModule file ? file.environment().get(name) : null;
    }
    return member instanceof Library inner ? own(inner.name()) : member;
  }

  private Library own(String dotted) {
    return new Library(dotted, name -> member(dotted, name));
  }

  /** An attribute of what is the network's; null for none. */
  @Nullable Value attribute(Value target, String name, @Nullable Span span) {
    if (target instanceof DeclaredObject self) {
      return new DeclaredAttributes(network.recorder()).of(self.instance(), name);
    }
    if (target instanceof Builtin builtin && builtin.name().equals("checkpoint")) {
      return name.equals("checkpoint") ? builtin : null; // the module may be imported so
    }
    if (target instanceof ModuleObject module) {
      return network.layers().attribute(module, name);
    }
    Function transposition = target instanceof Tensor ? Catalogue.attribute(name) : null;
    if (transposition != null) {
      Place place = span == null ? Place.NONE : frame.place(span);
      return network.applications(frame).function(transposition, Arguments.of(target), place);
    }
    Value value = TensorAttributes.of(target, name);
    return value == null && References.size(target) >= 0 ? ofReference(target, name) : value;
  }

  /** What layers and modules of an annotated class have behind a dot. */
  private @Nullable Value ofReference(Value target, String name) {
    Value item = name.equals("forward") ? target : References.numbered(target, name);
    if (item != null) {
      return item;
    }
    if (name.equals("_modules")
        && (target instanceof References.Layers || References.size(target) > 1)) {
      return References.modules(target);
    }
    Value own =
        target instanceof References.Layers layers
            ? new LayerAttributes(network.recorder()).of(layers, name)
            : new DeclaredAttributes(network.recorder()).of((References.Modules) target, name);
    return own == null ? TorchClasses.withoutEffect(name, target) : own;
  }

  /** What a message says behind a name that is not there: one that is near, or nothing. */
  String hint(@Nullable Value target, String name) {
    List<String> names = new ArrayList<>();
    if (target == null && network.isInSequence() && Catalogue.nearestFunction(name).isEmpty()) {
      return "; neither a layer nor an annotated class of this file or package";
    }
    if (target == null || target instanceof DeclaredObject) {
      names.addAll(frame.environment().variables().keySet());
      NetworkHost.module(frame).declaration().fields().forEach(field -> names.add(field.name()));
    } else if (!(target instanceof Library
        || target instanceof Tensor
        || target instanceof Value.Unknown)) {
      return "";
    }
    boolean own = target instanceof DeclaredObject && python == null;
    if (own && Catalogue.function(name) != null) {
      return " as a layer; the function is F." + name;
    }
    names.remove(name);
    return NearestName.of(name, names)
        .or(() -> Catalogue.nearestFunction(name).filter(near -> !near.equals(name)))
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse(own ? "; a number of the model is declared in @Params" : "");
  }

  /** What {@code super()} is in a forward text; null where there is none. */
  @Nullable Value ofSuperclass() {
    ModuleInstance module = NetworkHost.module(frame);
    if (python != null || module.declaration().forward().isEmpty()) {
      return null;
    }
    if (module.declaration().forward().get().superclass().isEmpty()) {
      throw network
          .machine()
          .error(
              "AttributeError",
              module.declaration().name() + " extends no class with a forward pass");
    }
    DeclaredObject self = network.self(module);
    return new SuperObject(self.owners().getOrDefault(module, self.type()), self);
  }

  /** The method of a value of which nothing is known; null for a name that is a mistake. */
  static @Nullable Value methodOfUnknown(String name) {
    boolean typo =
        name.length() >= 4
            && Catalogue.method(name) == null
            && !Distributions.isMethod(name)
            && Catalogue.nearestFunction(name).isPresent();
    return typo ? null : Value.UNKNOWN;
  }

  /** Which module a call of a function belongs to. */
  Object moduleOf(FunctionObject function, Arguments arguments) {
    if (python != null
        && !arguments.positional().isEmpty()
        && arguments.positional().get(0) instanceof ModuleObject own
        && function.owner() != null) {
      return own.instance(python.root());
    }
    boolean method =
        !arguments.positional().isEmpty()
            && arguments.positional().get(0) instanceof DeclaredObject;
    return method ? ((DeclaredObject) arguments.positional().get(0)).instance() : frame.module();
  }

  /** Sets an attribute of what is no object of the program; whether that is possible. */
  boolean setAttribute(Value target, String name, Value value) {
    if (target instanceof Library library) {
      assigned.put(library.name() + "." + name, value);
      return true;
    }
    requireBegun(target, name, value);
    if (target instanceof ModuleObject module
        && module.making() != null
        && module.making().binds(name, value)
        && !(module.type().find("forward") instanceof FunctionObject)) {
      String layer = module.making().type().name();
      throw network
          .machine()
          .error(
              "NotImplementedError",
              ProblemId.ARGUMENT,
              name + " of a layer that is made stays what it is: give it to " + layer + "(...)");
    }
    if (target instanceof References.Modules modules && modules.instances().size() == 1) {
      network.self(modules.instances().get(0)).set(name, value);
      return true;
    }
    return target instanceof Tensor;
  }

  /** A module and a parameter are registered in what nn.Module's constructor makes. */
  private void requireBegun(Value target, String name, Value value) {
    boolean registered =
        value instanceof ModuleObject
            || value instanceof Tensor tensor && network.recorder().isParameter(tensor);
    if (registered && target instanceof ModuleObject module && !module.hasBegun()) {
      module.begin();
      module.set(name, value);
      throw network
          .machine()
          .error(
              "AttributeError",
              "cannot assign modules and parameters before super().__init__() is called");
    }
  }
}
