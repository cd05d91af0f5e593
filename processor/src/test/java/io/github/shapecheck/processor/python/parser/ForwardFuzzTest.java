package io.github.shapecheck.processor.python.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.shapecheck.processor.python.Program;
import io.github.shapecheck.processor.python.Span;
import io.github.shapecheck.processor.python.Statement;
import io.github.shapecheck.processor.python.SyntaxError;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardFuzzTest {

  private static final String NETWORK =
      """
      def forward(self, x: Tensor, mask: Optional[Tensor] = None) -> Tensor:
          \"""A transformer block.\"""
          B, T, C = x.size()  # batch, time, channels
          q, k, v = self.attn.qkv(x).reshape(B, T, 3, self.heads, C // self.heads).unbind(2)
          att = (q @ k.transpose(-2, -1)) * (1.0 / math.sqrt(k.size(-1)))
          att = att.masked_fill(self.mask[:, :, :T, :T] == 0, float('-inf'))  // causal
          y = F.softmax(att, dim=-1) @ v; y = y.transpose(1, 2).contiguous().view(B, T, C)
          x = x + getattr(self.layers, "0").proj(y)
          x += self.layer1.0.mlp(self.ln_2(x))[..., None].squeeze(-1)
          x[:, 0] = torch.cat([
              x[:, 0], \\
              x[:, 1],  # two
          ], dim=1)[:, ::2]
          if self.training:
              x = self.drop(x)
          return x, [a for a in (1e-3, 0x1F, 'it\\'s', \"""text\""")]
      """;

  private static final String[] PIECES = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "\n",
    "\n    ",
    " ",
    "=",
    "==",
    "//",
    "#",
    "\\",
    "'",
    "\"",
    "\"\"\"",
    "'''",
    ".",
    "...",
    "*",
    "**",
    "-",
    "+=",
    "x",
    "self",
    "return",
    "if",
    "for",
    "in",
    "lambda",
    "def",
    "0",
    "1.5e",
    "0x",
    "1_",
    "9999999999999999999",
    "getattr",
    "\r",
    "\u00a0",
    "\ud83d",
    "\ud83d\ude00",
    "\0",
    "@",
    "->",
    ":=",
    "del",
    "pass",
    "print(",
    "r'",
    "f\""
  };

  @Test
  void randomBytes() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      check(new String(bytes, i % 2 == 0 ? UTF_8 : ISO_8859_1));
    }
  }

  @Test
  void randomPieces() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j >= 0; j--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  void truncatedForwards() {
    for (int i = 0; i <= NETWORK.length(); i++) {
      check(NETWORK.substring(0, i));
      check(NETWORK.substring(i));
    }
  }

  @Test
  void mutatedForwards() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(NETWORK);
      for (int j = random.nextInt(6); j >= 0; j--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4));
        text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
      }
      check(text.toString());
    }
  }

  @Test
  void largeTextsTakeLinearTime() {
    String line = "x = self.layer1.0.conv1(torch.cat([x, y], dim=1)) // 24x24\n";
    assertTimeout(ofSeconds(5), () -> assertEquals(0, check(line.repeat(5_000))));
    for (String piece : PIECES) {
      assertTimeout(ofSeconds(5), () -> check(piece.repeat(50_000 / piece.length())), piece);
      assertTimeout(ofSeconds(5), () -> check(("x " + piece).repeat(15_000)), piece);
      assertTimeout(ofSeconds(5), () -> check(("x = f(" + piece + "\n").repeat(3_000)), piece);
      assertTimeout(ofSeconds(5), () -> check(("\\" + piece + "\n").repeat(10_000)), piece);
    }
  }

  /** The number of errors of a text that must be parsed, every span inside it. */
  private static int check(String text) {
    Program program = Forward.parse(List.of(text), Set.of("x"));
    for (SyntaxError error : program.syntaxErrors()) {
      assertTrue(error.message().chars().allMatch(c -> c >= ' ' && c < 0x7F), error::message);
      checkSpan(program, error.span());
    }
    int last = 0;
    for (Statement statement : program.statements()) {
      checkSpan(program, statement.span());
      assertTrue(statement.span().line() >= last);
      last = statement.span().line();
      Printer.print(statement);
    }
    return program.syntaxErrors().size();
  }

  private static void checkSpan(Program program, Span span) {
    assertTrue(span.line() >= 1 && span.lastLine() >= span.line(), span::toString);
    assertTrue(span.lastLine() <= program.lines().size(), span::toString);
    assertTrue(span.start() >= 0 && span.start() <= program.line(span.line()).length());
    assertTrue(span.end() >= 0 && span.end() <= program.line(span.lastLine()).length());
    assertTrue(span.lastLine() > span.line() || span.end() >= span.start(), span::toString);
    program.text(span);
  }
}
