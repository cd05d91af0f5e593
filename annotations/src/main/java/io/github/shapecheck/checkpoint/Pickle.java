package io.github.shapecheck.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the pickle of a state dict as data: dictionaries, texts, numbers, and tensors by their
 * shapes. What a pickle would call is only looked at by name.
 */
final class Pickle {
  private static final Object MARK = new Object();
  private static final Object OTHER = new Object();

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  /** A name that the pickle imports. */
  private record Global(String name) {}

  Pickle(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  Object read() throws CheckpointException {
    try {
      while (true) {
        int opcode = in.get() & 0xff;
        if (opcode == '.') {
          return stack.pop();
        }
        execute(opcode);
      }
    } catch (RuntimeException broken) {
      throw new CheckpointException("the pickle is broken at byte " + in.position());
    }
  }

  private void execute(int opcode) throws CheckpointException {
    switch (opcode) {
      case 0x80 -> in.get();
      case 0x95 -> in.getLong();
      case '}' -> stack.push(new LinkedHashMap<>());
      case ')' -> stack.push(List.of());
      case ']' -> stack.push(new ArrayList<>());
      case '(' -> stack.push(MARK);
      case 'N' -> stack.push(OTHER);
      case 0x88, 0x89 -> stack.push(opcode == 0x88);
      case 'X' -> stack.push(text(in.getInt()));
      case 0x8c -> stack.push(text(in.get() & 0xff));
      case 'J' -> stack.push((long) in.getInt());
      case 'K' -> stack.push((long) (in.get() & 0xff));
      case 'M' -> stack.push((long) (in.getShort() & 0xffff));
      case 0x8a -> stack.push(number(in.get() & 0xff));
      case 'G' -> stack.push(in.getDouble());
      case 'c' -> stack.push(new Global(line() + " " + line()));
      case 0x93 -> {
        Object name = stack.pop();
        stack.push(new Global(stack.pop() + " " + name));
      }
      case 'q' -> memo.put(in.get() & 0xff, stack.peek());
      case 'r' -> memo.put(in.getInt(), stack.peek());
      case 0x94 -> memo.put(memo.size(), stack.peek());
      case 'h' -> stack.push(known(in.get() & 0xff));
      case 'j' -> stack.push(known(in.getInt()));
      case 't' -> stack.push(marked());
      case 0x85 -> tuple(1);
      case 0x86 -> tuple(2);
      case 0x87 -> tuple(3);
      case 'Q' -> {
        stack.pop();
        stack.push(OTHER);
      }
      case 'R', 0x81 -> {
        Object arguments = stack.pop();
        stack.push(called(stack.pop(), arguments));
      }
      case 's' -> {
        Object value = stack.pop();
        put(stack.pop(), value);
      }
      case 'u' -> {
        List<Object> items = marked();
        for (int i = 0; i + 1 < items.size(); i += 2) {
          put(items.get(i), items.get(i + 1));
        }
      }
      case 'a', 'b' -> stack.pop();
      case 'e' -> marked();
      default ->
          throw new CheckpointException(
              "the pickle has the opcode " + opcode + ", which no state_dict needs");
    }
  }

  private Object known(int index) {
    Object value = memo.get(index);
    if (value == null) {
      throw new IllegalStateException("nothing is remembered");
    }
    return value;
  }

  private String text(int length) {
    byte[] bytes = new byte[length < 0 || length > in.remaining() ? -1 : length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Object number(int length) {
    if (length > 8) {
      in.position(in.position() + length);
      return OTHER;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      number |= (in.get() & 0xffL) << (8 * i);
    }
    int unused = 64 - 8 * length;
    return length == 0 ? Long.valueOf(0) : Long.valueOf(number << unused >> unused);
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (byte b = in.get(); b != '\n'; b = in.get()) {
      line.append((char) b);
    }
    return line.toString();
  }

  private List<Object> marked() {
    List<Object> items = new ArrayList<>();
    for (Object item = stack.pop(); item != MARK; item = stack.pop()) {
      items.add(item);
    }
    Collections.reverse(items);
    return items;
  }

  private void tuple(int size) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(0, stack.pop());
    }
    stack.push(items);
  }

  /** A tensor's name is a text; the hash of anything else may not end, as of a list in itself. */
  @SuppressWarnings("unchecked") // only this class makes the dictionaries
  private void put(Object key, Object value) {
    if (key instanceof String name && stack.peek() instanceof Map<?, ?> items) {
      if (name.length() > Checkpoints.LONGEST_NAME) {
        throw new IllegalStateException("a name of " + name.length() + " characters");
      }
      ((Map<Object, Object>) items).put(key, value);
    }
  }

  private static Object called(Object callee, Object arguments) {
    String name = callee instanceof Global global ? global.name() : "";
    List<?> values = arguments instanceof List<?> list ? list : List.of();
    return switch (name) {
      case "collections OrderedDict" -> new LinkedHashMap<>();
      case "torch._utils _rebuild_parameter", "torch._utils _rebuild_parameter_with_state" ->
          values.get(0);
      case "torch._utils _rebuild_tensor", "torch._utils _rebuild_tensor_v2" ->
          tensor((List<?>) values.get(2));
      default -> OTHER;
    };
  }

  private static CheckpointEntry tensor(List<?> sizes) {
    if (sizes.size() > Checkpoints.MOST_AXES) {
      throw new IllegalStateException("more axes than a tensor has");
    }
    return new CheckpointEntry("", sizes.stream().map(Long.class::cast).toList(), 0, 0);
  }
}
