package io.github.shapecheck.processor.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.Finding;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.read.python.Recorded;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * So many wrong numbers in different places of a network, so many errors, but for some in a
 * hundred: where a mistake has no fix what lies behind it is not told.
 *
 * <p>Counted are numbers that each give one error alone, with a fix, all at different places. The properties
 * {@code shapecheck.mistakes} (models of the zoo in so many), {@code shapecheck.seed}, {@code
 * shapecheck.only} (names of networks), {@code shapecheck.lines} (numbers in lines) and {@code
 * shapecheck.python} (networks in Python) choose others.
 */
class SeveralMistakesTest {
  private static final int MODELS = Integer.getInteger("shapecheck.mistakes", 60);
  private static final long SEED = Long.getLong("shapecheck.seed", 7);
  private static final String ONLY = System.getProperty("shapecheck.only", "");
  private static final boolean LINES = Boolean.getBoolean("shapecheck.lines");

  /** Of a network so many numbers are looked at. */
  private static final int MOST_NUMBERS = 40;

  private static final Map<String, Model> NETWORKS = networks();

  private static Map<String, Model> networks() {
    Map<String, Model> networks = new TreeMap<>();
    if (Boolean.getBoolean("shapecheck.python")) {
      try {
        Recorded.all()
            .forEach(
                recorded -> networks.put(recorded.record().toString(), recorded.run().model()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return networks;
    }
    TracingProcessor processor = new TracingProcessor();
    Compilation compilation =
        Compiler.javac()
            .withOptions("-proc:only")
            .withProcessors(processor)
            .compile(
                ZooEntry.all().stream()
                    .map(net -> JavaFileObjects.forSourceString(net.className(), net.source()))
                    .toList());
    assertEquals(List.of(), compilation.errors());
    processor.traces.forEach((name, trace) -> networks.put(name, trace.model()));
    networks.keySet().removeIf(name -> !name.contains(ONLY));
    return networks;
  }

  /** A wrong number and where it shows. */
  private record Mistake(WrongNumber number, Set<Place> places) {}

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 12", "3, 32", "4, 50"})
  void areAsManyErrors(int count, int percent) {
    Random random = new Random(SEED + count);
    List<String> names = new ArrayList<>(NETWORKS.keySet());
    Collections.shuffle(names, random);
    List<String> wrong = new ArrayList<>();
    int models = 0;
    for (int i = 0; models < MODELS && i < names.size() * 20; i++) {
      Model network = NETWORKS.get(names.get(i % names.size()));
      List<WrongNumber> numbers = numbers(network, random, count);
      if (numbers.size() == count) {
        models++;
        Model changed = network;
        for (WrongNumber number : numbers) {
          changed = number.change().apply(changed);
        }
        List<Finding> errors = errors(changed);
        if (errors.size() != count) {
          String found =
              errors.stream().map(SeveralMistakesTest::text).collect(Collectors.joining("\n  "));
          wrong.add(
              names.get(i % names.size())
                  + " "
                  + count
                  + " mistakes, "
                  + errors.size()
                  + " errors, in run "
                  + Interpreter.run(changed).errors()
                  + "\n  - "
                  + numbers.stream().map(WrongNumber::text).collect(Collectors.joining("\n  - "))
                  + "\n  "
                  + found);
        }
      }
    }
    String all = String.join("\n", wrong);
    assertTrue(wrong.size() * 100 <= models * percent, wrong.size() + " of " + models + "\n" + all);
  }

  private static String text(Finding error) {
    return error.problem().message() + " " + error.fixes();
  }

  /** Numbers of different places that each give one error; fewer if there are not so many. */
  private static List<WrongNumber> numbers(Model network, Random random, int count) {
    List<WrongNumber> all = WrongNumbers.of(network, random);
    all.removeIf(number -> number.isOfLine() != LINES && network.python().isEmpty());
    Collections.shuffle(all, random);
    List<WrongNumber> some = new ArrayList<>();
    Set<Place> places = new HashSet<>();
    Set<String> owners = new HashSet<>();
    for (WrongNumber number : all.subList(0, Math.min(MOST_NUMBERS, all.size()))) {
      if (some.size() < count && !owners.contains(number.owner())) {
        mistake(network, number, count)
            .filter(mistake -> Collections.disjoint(places, mistake.places()))
            .ifPresent(
                mistake -> {
                  some.add(mistake.number());
                  places.addAll(mistake.places());
                  owners.add(number.owner());
                });
      }
    }
    return some;
  }

  private static Optional<Mistake> mistake(Model network, WrongNumber number, int count) {
    Model changed = number.change().apply(network);
    Trace trace = Interpreter.run(changed);
    List<Finding> errors =
        !trace.hasErrors() || count == 1
            ? List.of()
            : Diagnosis.of(trace).findings().stream()
                .filter(finding -> finding.problem().id().isError())
                .toList();
    Set<Place> places =
        errors.stream().map(finding -> finding.problem().place()).collect(Collectors.toSet());
    return trace.hasErrors()
            && (count == 1 || errors.size() == 1 && !errors.get(0).fixes().isEmpty())
        ? Optional.of(new Mistake(number, places))
        : Optional.empty();
  }

  private static List<Finding> errors(Model model) {
    return Diagnosis.of(Interpreter.run(model)).findings().stream()
        .filter(finding -> finding.problem().id().isError())
        .toList();
  }
}
