package io.github.shapecheck.processor.run.program;

import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.run.object.ClassObject;
import io.github.shapecheck.processor.run.object.DictObject;
import io.github.shapecheck.processor.run.object.DictView;
import io.github.shapecheck.processor.run.object.InstanceObject;
import io.github.shapecheck.processor.run.object.IteratorObject;
import io.github.shapecheck.processor.run.object.LargeInteger;
import io.github.shapecheck.processor.run.object.ListObject;
import io.github.shapecheck.processor.run.object.ManyList;
import io.github.shapecheck.processor.run.object.RangeObject;
import io.github.shapecheck.processor.run.object.SetObject;
import io.github.shapecheck.processor.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's own classes. */
public final class Types {
  private static final Map<String, ClassObject> ALL = new LinkedHashMap<>();

  /** {@code object}. */
  public static final ClassObject OBJECT = put(ClassObject.builtin("object"));

  public static final ClassObject TYPE = put("type");
  static final ClassObject NONE = ClassObject.builtin("NoneType", OBJECT);
  public static final ClassObject INT = put("int");
  public static final ClassObject BOOL = put(ClassObject.builtin("bool", INT));
  public static final ClassObject FLOAT = put("float");
  public static final ClassObject STR = put("str");
  public static final ClassObject LIST = put("list");
  public static final ClassObject TUPLE = put("tuple");
  public static final ClassObject DICT = put("dict");
  public static final ClassObject SET = put("set");
  public static final ClassObject FROZENSET = put("frozenset");
  public static final ClassObject RANGE = put("range");
  public static final ClassObject SLICE = put("slice");
  public static final ClassObject COMPLEX = put("complex");
  public static final ClassObject BYTES = put("bytes");
  public static final ClassObject BYTEARRAY = put("bytearray");

  /** Functions and lambdas. */
  public static final ClassObject FUNCTION = ClassObject.builtin("function", OBJECT);

  private static final Map<DictView.Kind, ClassObject> DICT_VIEWS =
      new EnumMap<>(DictView.Kind.class);

  static {
    for (DictView.Kind kind : DictView.Kind.values()) {
      DICT_VIEWS.put(kind, ClassObject.builtin(kind.type(), OBJECT));
    }
  }

  /** Functions of objects. */
  public static final ClassObject METHOD = ClassObject.builtin("method", OBJECT);

  static final ClassObject MODULE = ClassObject.builtin("module", OBJECT);

  /** What gives items one by one. */
  public static final ClassObject GENERATOR = ClassObject.builtin("generator", OBJECT);

  public static final ClassObject DEFAULTDICT = ClassObject.builtin("defaultdict", DICT);

  /** {@code enum.Enum}. */
  public static final ClassObject ENUM = ClassObject.builtin("Enum", OBJECT);

  /** {@code functools.partial}, the class of what it makes. */
  public static final ClassObject PARTIAL = ClassObject.builtin("partial", OBJECT);

  public static final ClassObject INT_ENUM = ClassObject.builtin("IntEnum", ENUM, INT);

  /** {@code types.SimpleNamespace}. */
  public static final ClassObject NAMESPACE = ClassObject.builtin("SimpleNamespace", OBJECT);

  public static final ClassObject BASE_EXCEPTION = put("BaseException");

  static {
    derive("BaseException", "Exception", "KeyboardInterrupt", "SystemExit");
    derive("Exception", "ArithmeticError", "AssertionError", "AttributeError", "EOFError");
    derive("Exception", "ImportError", "LookupError", "MemoryError", "NameError", "OSError");
    derive("Exception", "RuntimeError", "StopIteration", "SyntaxError", "TypeError", "Warning");
    derive("Exception", "ValueError", "BufferError");
    derive("ValueError", "UnicodeError");
    derive("ArithmeticError", "ZeroDivisionError", "OverflowError", "FloatingPointError");
    derive("UnicodeError", "UnicodeDecodeError", "UnicodeEncodeError");
    derive("AttributeError", "FrozenInstanceError");
    derive("OSError", "TimeoutError", "ConnectionError", "NotADirectoryError", "IsADirectoryError");
    derive("ImportError", "ModuleNotFoundError");
    derive("LookupError", "IndexError", "KeyError");
    derive("NameError", "UnboundLocalError");
    derive("OSError", "FileNotFoundError", "PermissionError", "FileExistsError");
    derive("RuntimeError", "NotImplementedError", "RecursionError");
    derive("Warning", "UserWarning", "DeprecationWarning", "FutureWarning", "RuntimeWarning");
  }

  private Types() {}

  /** Has the members of all of them filled in when they are asked for. */
  public static void fillBuiltins(Runnable once) {
    List<ClassObject> types = new ArrayList<>(ALL.values());
    types.addAll(List.of(DEFAULTDICT, PARTIAL, NAMESPACE));
    for (ClassObject type : types) {
      type.filledBy(once);
    }
  }

  private static ClassObject put(String name) {
    return put(ClassObject.builtin(name, OBJECT));
  }

  private static ClassObject put(ClassObject type) {
    ALL.put(type.name(), type);
    return type;
  }

  private static void derive(String base, String... names) {
    for (String name : names) {
      put(ClassObject.builtin(name, exception(base)));
    }
  }

  public static boolean isFunction(Value value) {
    return of(value) == FUNCTION;
  }

  /** The class of a dict's keys, values or items. */
  public static ClassObject view(DictView.Kind kind) {
    return DICT_VIEWS.getOrDefault(kind, OBJECT);
  }

  /** A class that every program can name, or null. */
  public static @Nullable ClassObject named(String name) {
    return ALL.get(name);
  }

  public static ClassObject exception(String name) {
    ClassObject type = ALL.get(name);
    if (type == null) {
      throw new IllegalArgumentException(name);
    }
    return type;
  }

  /** As what an exception that nobody handles is reported. */
  public static ProblemId idOf(String exception) {
    return switch (exception) {
      case "NameError", "UnboundLocalError", "AttributeError" -> ProblemId.UNKNOWN_NAME;
      case "IndexError", "KeyError" -> ProblemId.INDEX_RANGE;
      default -> ProblemId.ARGUMENT;
    };
  }

  /** The class of one of Python's values; null for others. */
  public static @Nullable ClassObject of(Value value) {
    if (value instanceof InstanceObject instance) {
      return instance.type();
    }
    if (value instanceof Value.Sequence sequence) {
      return sequence.tuple() ? TUPLE : LIST;
    }
    if (value instanceof Value.Text) {
      return STR;
    }
    if (value instanceof Value.Int) {
      return INT;
    }
    if (value instanceof Value.Bool) {
      return BOOL;
    }
    if (value instanceof Value.Real || value instanceof Value.Quotient) {
      return FLOAT;
    }
    if (value instanceof Value.None) {
      return NONE;
    }
    if (value instanceof Value.Slice) {
      return SLICE;
    }
    if (value instanceof Value.Constant && value.equals(Value.COMPLEX)) {
      return COMPLEX;
    }
    return value instanceof Value.Reference reference ? ofReference(reference) : null;
  }

  private static @Nullable ClassObject ofReference(Value.Reference value) {
    if (value instanceof ListObject || value instanceof ManyList) {
      return LIST;
    }
    if (value instanceof DictObject dict) {
      return dict.factory() == null ? DICT : DEFAULTDICT;
    }
    if (value instanceof SetObject set) {
      return set.isFrozen() ? FROZENSET : SET;
    }
    if (value instanceof LargeInteger) {
      return INT;
    }
    if (value instanceof ClassObject) {
      return TYPE;
    }
    if (value instanceof DictView view) {
      return DICT_VIEWS.get(view.of());
    }
    if (value instanceof RangeObject) {
      return RANGE;
    }
    if (value instanceof IteratorObject) {
      return GENERATOR;
    }
    return value instanceof Typed typed ? typed.type() : null;
  }
}
