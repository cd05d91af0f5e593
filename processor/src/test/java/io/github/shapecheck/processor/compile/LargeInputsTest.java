package io.github.shapecheck.processor.compile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Large sources end soon, in few words: in an error on its place, or in a report. */
class LargeInputsTest {
  private static final String IMPORTS =
      "import io.github.shapecheck.*;\nimport io.github.shapecheck.nn.*;\n";
  private static final String LONG_WORD = "a".repeat(60_000);
  private static final String DIGITS = "1".repeat(60);
  private static final String WIDE =
      "@Input({4, 6, 10}) @Forward(\"x = conv(x)\\nx = %s)\\nreturn x\")"
          + " class M { @Conv2d(out = 4, k = 1) Object conv; }";
  private static final long MOST_NANOS = 5_000_000_000L;
  private static final int LONGEST = 4_096;

  static Stream<Arguments> sources() {
    return Stream.of(
        clean("5,001 axes", "@Input({%s}) class M { @ReLU Object r; }", list(5_001, i -> "2")),
        warning("100,000 outputs", "@Input({16}) @Forward(\"return [x] * 100000\") class M {}"),
        clean(
            "20,000 steps",
            "@Input({16}) class M { @Submodule(value = B.class, repeat = 20000) Object b; }"
                + " class B { @Linear(in = 16, out = 16) @ReLU Object fc; }"),
        clean("34,000 lines", forward(34_000, "x%1$d = x")),
        clean(
            "with of 4,000 names",
            "@Input({16}) class M { @Submodule(value = B.class, with = \"%1$s\") Object b; }"
                + " @Params(\"%2$s\") class B { @Linear(out = 16, with = \"in = n39\") Object f; }",
            list(4_000, i -> "n" + i + " = 16"),
            list(4_000, i -> "n" + i)),
        error(
            "with of 4,000 unknown names",
            "[with]",
            "@Input({16}) class M { @Submodule(value = B.class, with = \"%s\") Object b; }"
                + " @Params(\"k\") class B { @Linear(out = 16, with = \"in = k\") Object f; }",
            list(4_000, i -> "n" + i + " = 16")),
        error(
            "5,000 pads",
            "[member-count]",
            "@Input({3, 8, 9}) class M { @ZeroPad2d({%s}) Object p; }",
            list(5_000, i -> "1")),
        error("45,000 broken lines", "[syntax]", WIDE, "x)\\nfor i in x:".repeat(45_000)),
        error(
            "20,000 arguments",
            "[argument-count]",
            "@Input({16}) @Forward(\"return torch.cat(%s)\") class M {}",
            list(20_000, i -> "x")),
        error("an axis of 60 digits to join", "[argument]", WIDE, "torch.cat([x, x], -" + DIGITS),
        error("an axis of 60 digits to weigh", "[argument]", WIDE, "F.softmax(x, " + DIGITS),
        error("a factor of 60 digits", "[argument]", WIDE, "F.pixel_shuffle(x, " + DIGITS),
        error(
            "8,000 unknown arguments",
            "[unknown-argument]",
            "@Input({16}) @Forward(\"return relu(%s)\") class M {}",
            list(8_000, i -> "a" + i + "=x")),
        error(
            "300 wrong triples",
            "[linear-in]",
            "@Input({16}) class M { %s }",
            IntStream.range(0, 300)
                .mapToObj(
                    i ->
                        String.format(
                            "@Linear(in = 17, out = 18) Object a%1$d;"
                                + " @Linear(in = 19, out = 23) Object b%1$d;"
                                + " @Linear(in = 29, out = 16) Object c%1$d;",
                            i))
                .collect(Collectors.joining("\n"))),
        error(
            "1,000 submodules inside each other",
            "[limit]",
            "@Input({16}) class M { @Submodule(C0.class) Object c; } %s class C1000 { @ReLU Object r;"
                + " }",
            IntStream.range(0, 1_000)
                .mapToObj(i -> "class C" + i + " { @Submodule(C" + (i + 1) + ".class) Object c; }")
                .collect(Collectors.joining("\n"))),
        error(
            "@Params that double",
            "[argument]",
            "@Input({16}) class M { @Submodule(value = P0.class, with = \"n = (1, 2)\") Object p; }"
                + " %s @Params(\"n\") class P60 { @Linear(out = 3, with = \"in = n\") Object r; }",
            IntStream.range(0, 60)
                .mapToObj(
                    i ->
                        String.format(
                            "@Params(\"n\") class P%d { @Submodule(value = P%d.class,"
                                + " with = \"n = (n, n)\") Object p; }",
                            i, i + 1))
                .collect(Collectors.joining("\n"))),
        error("tuples that double, compared", "[limit]", doubling("(", ")", "k = a == b")),
        error("lists that double, compared", "[limit]", doubling("[", "]", "k = a < b")),
        clean("a key that doubles", doubling("(", ")", "d = {a: 1}")),
        error("a tuple that doubles, unpacked wrongly", "[unpack]", sums(18, "[[[a]]] = a + a")),
        error("nested lists, unpacked wrongly", "[unpack]", doubling("[", "]", 14, "a, = [a, a]")),
        error("a tuple that doubles, added wrongly", "[argument]", sums(18, "a = a** + a")),
        error("a tuple that doubles, and a word", "[syntax]", sums(18, "a = relu(relu())a + a")),
        error("lists of tensors in lists, given to a function", "[tuple]", nested(14, 12)),
        error("copies without end", "[limit]", sums(19, "b = [a + a[1:] for i in range(9000)]")),
        error("dicts without end", "[limit]", sums(17, "b = [set(a) for i in range(9000)]")),
        error(
            "ranges in lists without end",
            "[limit]",
            line("k = [list(range(10**6)) for i in range(99)]")),
        error("rows of many columns", "[limit]", line("k = list(zip(*[range(10**6)] * 100))")),
        error(
            "calls with many arguments",
            "[limit]",
            line("k = list(map(lambda *a: a, *[range(10**6)] * 99))")),
        error("a million modules", "[limit]", line("k = nn.Sequential(*[nn.ReLU()] * 10**6)(x)")),
        clean(
            "50,000 modules in a list",
            line("k = nn.ModuleList([nn.ReLU() for i in range(50000)])")),
        error("a number in 100,000 letters", "[limit]", line("k = int('z' * 10**5, 36)")),
        clean("10,000 results", line("k = torch.broadcast_tensors(*[x] * 10000)")),
        error("100,000 unknown names", "[limit]", line("k = [rlu(x) for i in range(10**5)]")),
        error("20,000 operands of a wrong call", "[tuple]", line("k = relu([x] * 20000)")),
        error("a sum of a billion", "[limit]", line("k = sum(range(10**9)) + max(range(10**9))")),
        error("200,000 attributes", "[syntax]", line("k = x" + ".a".repeat(200_000))),
        warning("a tensor of lists that double", doubling("[", "]", 45, "return torch.tensor(a)")),
        error("tabs of any width", "[limit]", line("k = '\\t'.expandtabs(10**9)")),
        error("100,000 operations", "[limit]", line("k = [relu(x) for i in range(10**5)]")),
        error(
            "a name sought 3,000 times",
            "[unknown-function]",
            line("for i in range(3000): x = rlu(x)")),
        error(
            "a wrong layer behind 100,000 tensors",
            "[linear-in]",
            "@Input({3, -1}) @Forward({\"x = torch.cat([x] * 100000, 1)\", \"return fc(x)\"})"
                + " class M { @Linear(in = 3, out = 4) Object fc; }"),
        error(
            "100 convolutions behind a wrong one",
            "[conv-in-channels]",
            "@Input({3, -1, -1}) @Forward({\"x = self.forward(conv(x))\", \"return last(x)\"}) class M {"
                + " @Conv2d(in = 3, out = 4, k = 3) Object conv;"
                + " @Conv2d(in = 5, out = 4, k = 3) Object last; }"),
        error(
            "a loop that a free size never ends",
            "[unchecked]",
            "@Input({3, -1}) @Forward({\"while x.size(2) > 3: x = conv(x)\", \"return x\"}) class M {"
                + " @Conv1d(in = 3, out = 3, k = 3) Object conv; }"),
        clean("what doubles is the same", doubling("(", ")", "k = a is b")),
        error(
            "200 factors",
            "[where]",
            "@Input(value = {3, -1}, where = \"%s >= 2\") class M { @ReLU Object r; }",
            IntStream.range(0, 200)
                .mapToObj(i -> "(L+" + i + ")")
                .collect(Collectors.joining("*"))),
        clean(
            "remainders by large primes",
            "@Input(value = {3, -1, -1}, where = \"H %% 1009 != 1 and H %% 1013 != 2 and H >= 3 and"
                + " W >= 3\") class M { @Conv2d(in = 3, out = 4, k = 3, s = 2) Object c; }"),
        error(
            "a where of many remainders",
            "[kernel-too-big]",
            "@Input(value = {3, -1}, where = \"%s\") class M {"
                + " @Conv1d(in = 3, out = 4, k = 3, s = 2) Object c; }",
            Stream.of(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61)
                .map(prime -> "L % " + prime + " == 1")
                .collect(Collectors.joining(" or "))),
        clean(
            "a where of 300 remainders",
            "@Input(value = {3, -1}, where = \"%s\") class M {"
                + " @Conv1d(in = 3, out = 4, k = 3) Object c; }",
            IntStream.range(2, 300)
                .mapToObj(i -> "L % " + i + " != " + (i - 1))
                .collect(Collectors.joining(" and "))),
        error(
            "a text sought in a text",
            "[limit]",
            "@Input({16}) @Forward(\"\"\"\na = 'a' * 900000\nk = a.find('a' * 400000 + 'b')\n"
                + "return x\n\"\"\") class M {}"),
        error(
            "a name of 60 kB",
            "[linear-in]",
            "@Input(value = {16}, name = \"%s\") class M { @Linear(in = 3, out = 4) Object fc; }",
            LONG_WORD),
        error(
            "a method of 60 kB",
            "[unknown-function]",
            "@Input({16}) @Forward(\"return x.%s(3)\") class M {}",
            LONG_WORD),
        error(
            "a number of 60 kB",
            "[syntax]",
            "@Input({16}) @Forward(\"return x.view(%s, -1)\") class M {}",
            "7".repeat(60_000)),
        error(
            "sizes that are long texts",
            "[kernel-too-big]",
            "@Input({3, -1, -1}) class M { %s }",
            IntStream.range(0, 6)
                .mapToObj(
                    i ->
                        "@Conv2d(in = 3, out = 3, k = 3, s = 2)"
                            + " @ConvTranspose2d(in = 3, out = 3, k = 3, s = 4)"
                            + " @MaxPool2d(3) @Upsample(scale = 2.3) Object f"
                            + i
                            + ";")
                .collect(Collectors.joining())));
  }

  private static Arguments clean(String what, String format, Object... parts) {
    return Arguments.of(what, "", String.format(format, parts));
  }

  private static Arguments warning(String what, String source) {
    return Arguments.of(what, "[unchecked]", source);
  }

  private static Arguments error(String what, String start, String format, Object... parts) {
    return Arguments.of(what, start, String.format(format, parts));
  }

  private static String line(String line) {
    return "@Input({16}) @Forward({\"" + line + "\", \"return x\"}) class M {}";
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }

  /** A forward pass of so many lines, in pieces that a class file can hold. */
  private static String forward(int lines, String line) {
    StringBuilder text = new StringBuilder("@Input({16}) @Forward({");
    for (int i = 0; i < lines; i += 2_000) {
      text.append("\"\"\"\n");
      for (int j = i; j < i + 2_000; j++) {
        text.append(String.format(line, j)).append('\n');
      }
      text.append("\"\"\",\n");
    }
    return text + "\"return x\"}) class M {}";
  }

  /** A tuple that is added to itself so many times, and another line. */
  private static String sums(int times, String line) {
    return "@Input({16}) @Forward(\"\"\"\na = (1,)\n"
        + "a = a + a\n".repeat(times)
        + line
        + "\nreturn x\n\"\"\") class M {}";
  }

  /** A tensor in lists in lists that are given to a function, and go on to grow. */
  private static String nested(int before, int after) {
    return "@Input({16}) @Forward(\"\"\"\na = [x]\n"
        + "a = [a, a]\n".repeat(before)
        + "a = [a, not relu(a)]\n"
        + "a = [a, a]\n".repeat(after)
        + "return a\n\"\"\") class M {}";
  }

  private static String doubling(String open, String close, String use) {
    return doubling(open, close, 45, use + "\nreturn x");
  }

  private static String doubling(String open, String close, int times, String use) {
    StringBuilder text = new StringBuilder("@Input({16}) @Forward(\"\"\"\n");
    for (String name : new String[] {"a", "b"}) {
      text.append(name + " = " + open + "1, 1" + close + "\n");
      for (int i = 0; i < times; i++) {
        text.append(name + " = " + open + name + ", " + name + close + "\n");
      }
    }
    return text + use + "\n\"\"\") class M {}";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sources")
  void endSoonInFewWords(String what, String start, String source) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    Compilation run = Compiler.JAVAC.compile(Job.of(Sources.of("M.java", IMPORTS + source)));
    long nanos = threads.getCurrentThreadCpuTime() - before;
    assertTrue(nanos < MOST_NANOS, () -> nanos + " ns of CPU");
    if (start.isEmpty()) {
      assertTrue(run.errors().isEmpty(), () -> run.messages().toString());
    } else {
      assertTrue(
          run.messages().stream().anyMatch(message -> message.text().startsWith(start)),
          () -> run.messages().toString());
    }
    for (CompilerMessage message : run.messages()) {
      assertFalse(message.text().contains("[internal]"), message::text);
      assertTrue(message.text().length() < LONGEST, message::text);
    }
  }
}
