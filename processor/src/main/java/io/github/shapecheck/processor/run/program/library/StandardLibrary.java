package io.github.shapecheck.processor.run.program.library;

import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.Opaque;
import io.github.shapecheck.processor.run.program.Builtin;
import io.github.shapecheck.processor.run.program.Frame;
import io.github.shapecheck.processor.run.program.Library;
import io.github.shapecheck.processor.run.program.Types;
import io.github.shapecheck.processor.run.program.Wrapper;
import io.github.shapecheck.processor.run.program.Written;
import io.github.shapecheck.processor.run.program.type.AbstractTypes;
import io.github.shapecheck.processor.run.program.type.Comparing;
import io.github.shapecheck.processor.run.program.type.Enumerations;
import io.github.shapecheck.processor.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Modules of Python's own library, as far as networks are built with them. */
public final class StandardLibrary {
  /** {@code collections.OrderedDict}. */
  public static final ClassObject ORDERED_DICT = ClassObject.builtin("OrderedDict", Types.DICT);

  /** Modules that are written in Python here too, as far as they are not written in Java. */
  private static final Set<String> BUNDLED =
      Set.of(
          """
          abc bisect collections functools heapq inspect itertools math operator os os.path re statistics
          string sys
          """
              .split("\\s+"));

  /** Packages whose dicts have their keys as attributes, too: one file has them all. */
  private static final Set<String> ATTRIBUTE_DICTS =
      Set.of("easydict", "yacs.config", "munch", "addict", "dotmap", "ml_collections", "omegaconf");

  /** The module of all that makes classes of their fields. */
  private static final String RECORDS = "records";

  private static final Builtin SAME = new Builtin("decorator", in -> in.object(0));

  private StandardLibrary() {}

  /** A module by its dotted name; null where it is not among those that are evaluated. */
  public static @Nullable Value module(Frame frame, String name) {
    boolean inside = frame.source().isLibrary();
    if (inside && name.equals(WrittenModule.LIBRARY.name())) {
      return WrittenModule.LIBRARY;
    }
    if (ATTRIBUTE_DICTS.contains(name)) {
      return new Library(name, member -> attributeDict(frame, name, member));
    }
    Library library = library(name);
    if (!BUNDLED.contains(name)) {
      return library;
    }
    return new Library(
        name,
        member -> {
          if (name.equals("os") && member.equals("path")) {
            return module(frame, "os.path");
          }
          Value own = library == null ? null : library.members().apply(member);
          own = own != null || inside ? own : frame.machine().bundled(frame, name, member);
          return own != null || library != null || inside
              ? own
              : new Opaque(name + "." + member + ", which is not evaluated");
        });
  }

  private static Value attributeDict(Frame frame, String module, String member) {
    Value found = frame.machine().bundled(frame, "attribute_dict", member);
    return found == null ? new Opaque(module + "." + member + ", which is not evaluated") : found;
  }

  private static @Nullable Library library(String name) {
    return switch (name) {
      case "math" -> new Library(name, MathModule::member);
      case "functools" -> new Library(name, StandardLibrary::functools);
      case "collections" -> new Library(name, StandardLibrary::collections);
      case "abc", "itertools", "operator", "re" -> new Library(name, member -> null);
      case "collections.abc" -> new Library(name, AbstractTypes::named);
      case "typing", "typing_extensions", "__future__", "numbers" ->
          new Library(name, StandardLibrary::type);
      case "enum" -> new Library(name, StandardLibrary::enumeration);
      case "dataclasses" -> new Library(name, StandardLibrary::dataclasses);
      case "attr", "attrs" -> new Library(name, StandardLibrary::attrs);
      case "copy" -> new Library(name, StandardLibrary::copy);
      case "types" ->
          new Library(
              name, member -> member.equals("SimpleNamespace") ? Types.NAMESPACE : type(member));
      case "importlib" ->
          new Library(
              name,
              member ->
                  member.equals("import_module")
                      ? new Builtin(member, in -> Builtins.module(in, in.text(0)))
                      : new Opaque("importlib." + member));
      case "contextlib" -> new Library(name, StandardLibrary::contexts);
      default -> null;
    };
  }

  private static @Nullable Value functools(String name) {
    return switch (name) {
      case "partial", "partialmethod" -> Types.PARTIAL;
      case "cached_property" ->
          new Builtin(name, in -> new Wrapper(Wrapper.Kind.CACHED, in.object(0)));
      default -> null;
    };
  }

  private static @Nullable Value collections(String name) {
    return switch (name) {
      case "OrderedDict" -> ORDERED_DICT;
      case "defaultdict" -> Types.DEFAULTDICT;
      case "namedtuple" -> Written.named(RECORDS, name);
      case "abc" -> new Library("collections.abc", AbstractTypes::named);
      default -> AbstractTypes.named(name);
    };
  }

  private static @Nullable Value type(String name) {
    ClassObject of = AbstractTypes.named(name);
    if (of != null && !name.equals("Set")) {
      return of;
    }
    return switch (name) {
      case "List" -> Types.LIST;
      case "Dict" -> Types.DICT;
      case "Tuple" -> Types.TUPLE;
      case "Set" -> Types.SET;
      case "FrozenSet" -> Types.FROZENSET;
      case "Text" -> Types.STR;
      case "Number", "Real" -> Types.FLOAT;
      case "Integral" -> Types.INT;
      case "NamedTuple" -> Written.named(RECORDS, name);
      case "OrderedDict" -> Types.DICT;
      case "Any", "Generic", "Protocol" -> Types.OBJECT;
      case "TYPE_CHECKING" -> Comparing.bool(false);
      case "FunctionType", "LambdaType", "MethodType" -> Types.FUNCTION;
      case "overload", "override", "final", "runtime_checkable", "no_type_check" -> SAME;
      case "cast" -> new Builtin(name, in -> in.object(1));
      case "TypeVar", "NewType", "ParamSpec", "TypedDict" ->
          new Builtin(name, in -> new Opaque("a type"));
      case "annotations", "division", "print_function", "absolute_import" -> new Opaque(name);
      default -> // a type has a capital: from typing import * gives nothing else
          Character.isUpperCase(name.charAt(0)) ? ClassObject.builtin(name, Types.OBJECT) : null;
    };
  }

  private static @Nullable Value enumeration(String name) {
    return switch (name) {
      case "Enum", "Flag" -> Types.ENUM;
      case "IntEnum", "IntFlag" -> Types.INT_ENUM;
      case "StrEnum" -> ClassObject.builtin("StrEnum", Types.STR, Types.ENUM);
      case "auto" -> new Builtin(name, in -> Enumerations.AUTO);
      case "unique" -> SAME;
      default -> null;
    };
  }

  private static @Nullable Value dataclasses(String name) {
    return switch (name) {
      case "dataclass", "field", "asdict", "astuple", "replace", "fields", "is_dataclass" ->
          Written.named(RECORDS, name);
      case "InitVar" -> Types.OBJECT;
      case "FrozenInstanceError" -> Types.exception(name);
      case "KW_ONLY", "MISSING" -> new Opaque(name);
      default -> null;
    };
  }

  /** The package attrs, by its old names and its new ones. */
  private static @Nullable Value attrs(String name) {
    return switch (name) {
      case "s", "attrs", "define", "mutable", "frozen", "dataclass" ->
          Written.named(RECORDS, "attrs");
      case "ib", "attrib", "field" -> Written.named(RECORDS, "attrib");
      case "Factory", "asdict", "astuple", "fields" -> Written.named(RECORDS, name);
      case "evolve" -> Written.named(RECORDS, "replace");
      default -> new Opaque("attr." + name);
    };
  }

  private static @Nullable Value copy(String name) {
    return switch (name) {
      case "copy" -> new Builtin(name, in -> new Copies(in.machine(), false).of(in.object(0)));
      case "deepcopy" -> new Builtin(name, in -> new Copies(in.machine(), true).of(in.object(0)));
      default -> null;
    };
  }

  private static @Nullable Value contexts(String name) {
    return switch (name) {
      case "nullcontext" -> new Builtin(name, in -> in.size() > 0 ? in.object(0) : Value.NONE);
      case "contextmanager" -> new Builtin(name, Contexts::maker);
      case "suppress" -> Written.named("contextlib", name);
      default -> new Opaque("contextlib." + name);
    };
  }
}
