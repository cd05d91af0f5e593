package io.github.shapecheck.processor.python.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReparsingTest {
  private static final Set<String> NAMES = Set.of("x");
  private static final List<String> TEXT =
      """
      def encode(self, y):
          return y + 1

      def forward(self, x):
          a = self.conv(x); b = a
          if a.size(1) > 3:
              b = f(a,
                    dim=1)
          else:
              b = g(a)

          # a comment
          c = cat([
              a,
              b,
          ])
          for i in range(3):
              c = h(c) + \\
                  i
          d = c.view(c.size(0) // 2, -1)
          return d, a
      """
          .lines()
          .toList();
  private static final List<String> OTHERS =
      List.of(
          "    z = k(x)",
          "k(x)",
          "    z = k(x",
          "        b = 1",
          "    if x: y = 1",
          "    if x:",
          "    else:",
          "    ])",
          "",
          "    # other",
          "    z = '''",
          "    z = 1; w = 2",
          "    def k(self): return 1",
          "    @k",
          "    z = x // 2",
          "    elif x: z = 1",
          "    z = 1 \\",
          "    return [x]");

  @Test
  void readsAsIfAllHadBeenRead() {
    Program program = Forward.parse(TEXT, NAMES);
    assertEquals(List.of(), program.syntaxErrors());
    Statement last = program.statements().get(program.statements().size() - 1);
    int kept = 0;
    for (int line = 1; line <= TEXT.size(); line++) {
      List<String> texts = new ArrayList<>(OTHERS);
      texts.addAll(mutations(TEXT.get(line - 1), line));
      for (String text : texts) {
        List<String> lines = new ArrayList<>(TEXT);
        lines.set(line - 1, text);
        Program changed = Reparsing.of(program, line, text, NAMES);
        assertTrue(Forward.parse(lines, NAMES).equals(changed), line + ": " + text);
        boolean same = changed.statements().stream().anyMatch(s -> s == last);
        kept += same ? 1 : 0;
      }
    }
    assertTrue(kept > 150, "kept: " + kept);
  }

  @Test
  void whatIsNotTouchedIsTheSame() {
    Program program = Forward.parse(TEXT, NAMES);
    Program changed = Reparsing.of(program, 10, "        b = g(a, 2)", NAMES);
    for (int i = 0; i < program.statements().size(); i++) {
      if (i != 2) {
        assertSame(program.statements().get(i), changed.statements().get(i));
      }
    }
  }

  private static List<String> mutations(String text, int seed) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 200 && !text.isEmpty(); i++) {
      StringBuilder other = new StringBuilder(text);
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + random.nextInt(3));
      String[] pieces = {"(", ")", " ", "x", ":", ",", "=", "1", "#", "'", ";", "[", "\t"};
      other.replace(at, end, pieces[random.nextInt(pieces.length)]);
      all.add(other.toString());
    }
    return all;
  }
}
