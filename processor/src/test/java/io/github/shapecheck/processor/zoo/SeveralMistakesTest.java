package io.github.shapecheck.processor.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.Finding;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.model.Revision;
import io.github.shapecheck.processor.problem.Edit;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.read.python.Recorded;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
 * So many wrong numbers in a network, so many errors, but for some in a hundred.
 *
 * <p>Counted are mistakes that PyTorch sees apart: each alone is one error, with a fix, at a place
 * of its own; no two are of one line, which PyTorch leaves at the first of them; no two put the
 * same number, which may fit the other one; and none changes what the error of another one says, as
 * where two wrong numbers meet in one check. Where all the same fewer changes than mistakes make
 * the network right, it is right to tell those: they are counted apart.
 *
 * <p>The properties {@code shapecheck.mistakes} (models of the zoo in so many), {@code
 * shapecheck.seed} and {@code shapecheck.log} (a file for what does not hold) choose others.
 */
class SeveralMistakesTest {
  private static final int MODELS = Integer.getInteger("shapecheck.mistakes", 25);
  private static final long SEED = Long.getLong("shapecheck.seed", 7);
  private static final String LOG = System.getProperty("shapecheck.log", "");

  /** Of a network so many numbers are looked at. */
  private static final int MOST_NUMBERS = 40;

  /** Where the wrong numbers stand. */
  private enum Where {
    ANNOTATIONS,
    LINES,
    PYTHON
  }

  private static final Map<String, Model> ZOO = zoo();

  private static Map<String, Model> python() throws IOException {
    Map<String, Model> networks = new TreeMap<>();
    Recorded.all().forEach(recorded -> networks.put(recorded.toString(), recorded.run().model()));
    return networks;
  }

  private static Map<String, Model> zoo() {
    Map<String, Model> networks = new TreeMap<>();
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
    return networks;
  }

  /** A wrong number, where it shows and what is said of it. */
  private record Mistake(WrongNumber number, Map<Place, String> errors) {
    boolean isApartFrom(Mistake other) {
      return !number.owner().equals(other.number.owner())
          && !number.wrong().equals(other.number.wrong())
          && Collections.disjoint(lines(), other.lines());
    }

    /** The lines and layers that fail. */
    Set<Object> lines() {
      return errors.keySet().stream()
          .map(place -> place.inForward() ? List.of(place.origin(), place.line()) : place)
          .collect(Collectors.toSet());
    }

    /** Whether its errors are not told or told as they are told of it alone. */
    boolean isToldAsAlone(Trace of) {
      return of.problems().stream()
          .allMatch(
              problem ->
                  problem
                      .message()
                      .equals(errors.getOrDefault(problem.place(), problem.message())));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ANNOTATIONS, 1, 1, 1",
    "ANNOTATIONS, 2, 1, 1",
    "ANNOTATIONS, 3, 1, 1",
    "ANNOTATIONS, 4, 1, 1",
    "LINES, 1, 1, 1",
    "LINES, 2, 4, 4",
    "PYTHON, 1, 1, 1",
    "PYTHON, 2, 4, 1",
    "PYTHON, 3, 1, 1",
    "PYTHON, 4, 28, 24"
  })
  void areAsManyErrors(Where where, int count, int others, int unexplained) throws IOException {
    Map<String, Model> networks = where == Where.PYTHON ? python() : ZOO;
    Random random = new Random(SEED + count);
    List<String> names = new ArrayList<>(networks.keySet());
    Collections.shuffle(names, random);
    List<String> wrong = new ArrayList<>();
    int models = 0;
    int open = 0;
    for (int i = 0; models < MODELS && i < names.size() * 20; i++) {
      String name = names.get(i % names.size());
      List<WrongNumber> numbers = numbers(networks.get(name), random, count, where);
      if (numbers.size() == count) {
        models++;
        Model changed = with(networks.get(name), numbers);
        List<Finding> errors = errors(changed);
        if (errors.size() != count) {
          boolean explained = errors.size() < count && isRepaired(changed, errors);
          open += explained ? 0 : 1;
          wrong.add(
              name
                  + (explained ? ": fewer changes make it right" : "")
                  + "\n  - "
                  + numbers.stream().map(WrongNumber::text).collect(Collectors.joining("\n  - "))
                  + "\n  "
                  + errors.stream()
                      .map(SeveralMistakesTest::text)
                      .collect(Collectors.joining("\n  ")));
        }
      }
    }
    String all =
        where
            + " "
            + count
            + ": "
            + wrong.size()
            + " of "
            + models
            + ", "
            + open
            + " unexplained\n"
            + String.join("\n", wrong);
    if (!LOG.isEmpty()) {
      Files.writeString(
          Path.of(LOG), all + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    assertTrue(
        wrong.size() * 100 <= models * others && open * 100 <= models * unexplained, () -> all);
  }

  private static Model with(Model network, List<WrongNumber> numbers) {
    Model changed = network;
    for (WrongNumber number : numbers) {
      changed = number.change().apply(changed);
    }
    return changed;
  }

  /** Whether the first fixes of all errors make a model right. */
  private static boolean isRepaired(Model model, List<Finding> errors) {
    Optional<Model> repaired = Optional.of(model);
    for (Finding error : errors) {
      Optional<Edit> fix = error.fixes().stream().findFirst();
      repaired = repaired.flatMap(now -> fix.flatMap(edit -> Revision.of(now, edit)));
    }
    return repaired.filter(right -> !Interpreter.run(right).hasErrors()).isPresent();
  }

  private static String text(Finding error) {
    return error.problem().message() + " " + error.fixes();
  }

  /** Numbers of different places that each give one error; fewer if there are not so many. */
  private static List<WrongNumber> numbers(Model network, Random random, int count, Where where) {
    List<WrongNumber> all = WrongNumbers.of(network, random);
    all.removeIf(number -> where != Where.PYTHON && number.isOfLine() != (where == Where.LINES));
    Collections.shuffle(all, random);
    List<Mistake> some = new ArrayList<>();
    for (WrongNumber number : all.subList(0, Math.min(MOST_NUMBERS, all.size()))) {
      if (some.size() < count) {
        mistake(network, number, count)
            .filter(mistake -> some.stream().allMatch(mistake::isApartFrom))
            .ifPresent(some::add);
      }
    }
    List<WrongNumber> numbers = some.stream().map(Mistake::number).toList();
    return areToldAsAlone(network, some)
            && some.stream()
                .allMatch(
                    one ->
                        some.stream()
                            .allMatch(other -> areToldAsAlone(network, List.of(one, other))))
        ? numbers
        : List.of();
  }

  private static boolean areToldAsAlone(Model network, List<Mistake> some) {
    Trace trace = Interpreter.run(with(network, some.stream().map(Mistake::number).toList()));
    return some.stream().allMatch(mistake -> mistake.isToldAsAlone(trace));
  }

  private static Optional<Mistake> mistake(Model network, WrongNumber number, int count) {
    Trace trace = Interpreter.run(number.change().apply(network));
    if (!trace.hasErrors()) {
      return Optional.empty();
    }
    List<Finding> errors = count == 1 ? List.of() : errors(trace);
    Map<Place, String> places = new HashMap<>();
    errors.forEach(error -> places.put(error.problem().place(), error.problem().message()));
    return count == 1 || errors.size() == 1 && !errors.get(0).fixes().isEmpty()
        ? Optional.of(new Mistake(number, places))
        : Optional.empty();
  }

  private static List<Finding> errors(Model model) {
    return errors(Interpreter.run(model));
  }

  private static List<Finding> errors(Trace trace) {
    return Diagnosis.of(trace).findings().stream()
        .filter(finding -> finding.problem().id().isError())
        .toList();
  }
}
