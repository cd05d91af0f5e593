package io.github.shapecheck.cli.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An annotation with its members as Java writes them. */
final class JavaAnnotation {
  private static final int WIDTH = 100;

  private final String name;
  private final Map<String, String> members = new LinkedHashMap<>();

  JavaAnnotation(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  JavaAnnotation put(String member, String value) {
    members.put(member, value);
    return this;
  }

  /** Calls a member otherwise, where it is the only one. */
  void rename(String member, String other) {
    String value = members.get(member);
    if (value != null && members.size() == 1) {
      members.clear();
      members.put(other, value);
    }
  }

  /** The simple names of the enums whose constants are its values. */
  List<String> enums() {
    return members.values().stream()
        .filter(value -> value.matches("[A-Z]\\w+\\.[A-Z_0-9]+"))
        .map(value -> value.substring(0, value.indexOf('.')))
        .toList();
  }

  /** The annotation, its lines behind the first indented by so much more than this. */
  String text(int indent) {
    String head = "@" + name;
    if (members.isEmpty()) {
      return head;
    }
    String alone = members.size() == 1 ? members.get("value") : null;
    if (alone != null) {
      return head + "(" + alone + ")";
    }
    String line = head + "(" + Keywords.of(members, " = ") + ")";
    if (line.length() + indent <= WIDTH && line.indexOf('\n') < 0) {
      return line;
    }
    String margin = "\n" + " ".repeat(indent + 4);
    StringBuilder text = new StringBuilder(head).append("(");
    int written = 0;
    for (Map.Entry<String, String> member : members.entrySet()) {
      text.append(margin).append(member.getKey()).append(" = ").append(member.getValue());
      text.append(++written < members.size() ? "," : ")");
    }
    return text.toString();
  }
}
