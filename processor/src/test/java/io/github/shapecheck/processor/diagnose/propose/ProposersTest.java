package io.github.shapecheck.processor.diagnose.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.shapecheck.processor.diagnose.propose.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each proposer thinks of first, a row each in proposals.txt; none is without a row. */
class ProposersTest {
  private static List<ProposalRow> rows() throws IOException {
    return ProposalRow.all(Files.readString(Path.of("src/test/resources/proposals.txt")));
  }

  @TestFactory
  Stream<DynamicTest> everyRow() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.toString(),
                    () -> {
                      assertEquals(row.id(), row.problem(row.trace()).id().id());
                      assertEquals(row.edits(), row.actual());
                    }));
  }

  @Test
  void everyProposerHasARow() throws IOException {
    Set<String> proposers = new TreeSet<>();
    String room = ProposalRow.class.getPackageName();
    for (JavaClass type : new ClassFileImporter().importPackages(room)) {
      for (JavaMethod method : type.getMethods()) {
        boolean proposes =
            method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && method.getRawReturnType().isEquivalentTo(Stream.class)
                && method.getRawParameterTypes().size() == 1
                && method.getRawParameterTypes().get(0).isEquivalentTo(Failure.class);
        if (proposes) {
          proposers.add(type.getName().substring(room.length() + 1) + "." + method.getName());
        }
      }
    }
    Set<String> rows =
        rows().stream().map(ProposalRow::proposer).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(proposers, rows);
  }
}
