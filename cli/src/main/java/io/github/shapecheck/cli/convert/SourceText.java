package io.github.shapecheck.cli.convert;

import io.github.shapecheck.processor.python.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Some lines of a file with stretches of them replaced. */
final class SourceText {
  private record Edit(Span span, String text) {}

  private final List<String> lines;
  private final int first;
  private final int last;
  private final List<Edit> edits = new ArrayList<>();

  SourceText(List<String> lines, int first, int last) {
    this.lines = lines;
    this.first = first;
    this.last = last;
  }

  /** Puts a text in place of a stretch, unless another stretch around it is replaced. */
  void replace(Span span, String text) {
    edits.add(new Edit(span, text));
  }

  /** The lines, moved to the left as far as the first one. */
  String dedented() {
    TreeMap<Integer, String> changed = new TreeMap<>();
    for (int line = first; line <= last; line++) {
      changed.put(line, lines.get(line - 1));
    }
    edits.sort(
        Comparator.comparingInt((Edit edit) -> edit.span().line())
            .thenComparingInt(edit -> edit.span().start())
            .reversed());
    for (Edit edit : edits) {
      apply(edit, changed);
    }
    String head = changed.firstEntry().getValue();
    int indent = head.length() - head.stripLeading().length();
    StringBuilder text = new StringBuilder();
    for (String line : changed.values()) {
      int blank = line.length() - line.stripLeading().length();
      text.append(line.substring(Math.min(indent, blank)).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A stretch of it in one line; what stands around it is replaced by nothing. */
  String between(Span span) {
    String last = lines.get(span.lastLine() - 1);
    replace(new Span(span.lastLine(), span.end(), span.lastLine(), last.length()), "");
    replace(Span.of(span.line(), 0, span.start()), "");
    return dedented().lines().map(String::strip).collect(Collectors.joining(" "));
  }

  private static void apply(Edit edit, NavigableMap<Integer, String> lines) {
    Span span = edit.span();
    String before = lines.getOrDefault(span.line(), "");
    String after = lines.getOrDefault(span.lastLine(), "");
    if (span.start() > before.length() || span.end() > after.length()) {
      return;
    }
    lines.subMap(span.line(), false, span.lastLine(), true).clear();
    lines.put(
        span.line(), before.substring(0, span.start()) + edit.text() + after.substring(span.end()));
  }
}
