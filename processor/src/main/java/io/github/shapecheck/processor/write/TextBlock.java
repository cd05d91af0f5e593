package io.github.shapecheck.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes lines as Java text blocks in ASCII, whatever encoding the source is read in. */
final class TextBlock {
  private static final String QUOTES = "\"\"\"";

  /** A class file's string has up to 65,535 bytes, up to three for each character. */
  private static final int LONGEST = 65_000;

  private final List<String> blocks = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private int bytes;

  /** The text blocks that together say these lines. */
  static List<String> of(List<String> lines) {
    TextBlock blocks = new TextBlock();
    for (String line : lines) {
      blocks.add(line);
    }
    blocks.end();
    return blocks.blocks;
  }

  private void add(String line) {
    if (bytes + 3 * line.length() > LONGEST) {
      end();
    }
    for (int i = 0; i < line.length(); i++) {
      int plain = bytes > 0 || i == 0 ? plain(line, i, LONGEST - 1 - bytes) : i;
      block.append(line, i, plain);
      bytes += plain - i;
      i = plain;
      char c = line.charAt(i);
      if (bytes >= LONGEST) {
        block.append("\\\n"); // the line goes on in the next block
        end();
      }
      bytes += c < 0x80 ? 1 : 3;
      boolean edge = i == line.length() - 1 || bytes == 1 && i > 0 || bytes >= LONGEST;
      switch (c) {
        case '"', '\\' -> block.append('\\').append(c);
        case ' ' -> block.append(edge ? "\\s" : " ");
        default -> {
          if (c > ' ' && c <= '~') {
            block.append(c);
          } else {
            block.append(String.format(Locale.ROOT, "\\u%04x", +c));
          }
        }
      }
    }
    block.append('\n');
    bytes++;
  }

  /** The end of what says itself, before the line's last character, in so many bytes. */
  private static int plain(String line, int start, int most) {
    int last = Math.min(line.length() - 1, start + most);
    for (int i = start; i < last; i++) {
      char c = line.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return i;
      }
    }
    return Math.max(start, last);
  }

  private void end() {
    if (block.length() > 0) {
      blocks.add(QUOTES + "\n" + block + QUOTES);
      block.setLength(0);
      bytes = 0;
    }
  }
}
