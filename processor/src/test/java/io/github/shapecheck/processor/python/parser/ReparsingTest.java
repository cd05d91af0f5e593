package io.github.shapecheck.processor.python.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.Substatements;
import io.github.shapecheck.processor.read.python.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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
          "    # other:",
          "    # other:",
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

  @Test
  void filesAreReadAsIfAllHadBeenRead() throws IOException {
    Random random = new Random(7);
    for (Recorded recorded : Recorded.all().toList()) {
      Program program = ModuleSource.parse(recorded.source());
      for (int i = 0; i < 12; i++) {
        int line = 1 + random.nextInt(program.lines().size());
        List<String> texts = mutations(program.line(line), 4, random.nextInt());
        texts.add(indented(program.line(line), OTHERS.get(random.nextInt(OTHERS.size()))));
        for (String text : texts) {
          List<String> lines = new ArrayList<>(program.lines());
          lines.set(line - 1, text);
          Program changed = Reparsing.of(program, line, text);
          String file = recorded.file() + ":" + line + ": " + text;
          assertEquals(ModuleSource.parse(String.join("\n", lines)), changed, file);
        }
      }
    }
  }

  @Test
  void ofAFileWithAnotherNumberAllElseIsTheSame() throws IOException {
    int kept = 0;
    int tried = 0;
    for (Recorded recorded : Recorded.all().toList()) {
      Program program = ModuleSource.parse(recorded.source());
      Set<Statement> before = inner(program);
      for (int line = 1; line <= program.lines().size(); line++) {
        String text = program.line(line).replaceFirst("\\b[0-9]\\b", "17");
        if (!text.equals(program.line(line)) && !text.startsWith("#")) {
          Set<Statement> after = inner(Reparsing.of(program, line, text));
          after.removeAll(before);
          tried++;
          kept += after.size() < 10 ? 1 : 0;
        }
      }
    }
    assertTrue(kept > tried * 0.9, kept + " of " + tried);
  }

  private static String indented(String like, String text) {
    return " ".repeat(like.length() - like.stripLeading().length()) + text.strip();
  }

  /** The statements of a file and of what stands in them, each itself. */
  private static Set<Statement> inner(Program program) {
    Set<Statement> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(Substatements.of(program.statements()));
    return all;
  }

  private static List<String> mutations(String text, int seed) {
    return mutations(text, 200, seed);
  }

  private static List<String> mutations(String text, int count, int seed) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count && !text.isEmpty(); i++) {
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
