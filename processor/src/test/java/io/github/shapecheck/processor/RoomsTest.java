package io.github.shapecheck.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Imports go one way between the rooms of the house (docs/architecture.md). */
class RoomsTest {
  private static final String ROOT = "io.github.shapecheck";
  private static final String PROCESSOR = ROOT + ".processor";
  private static final String OWN_FOLDER =
      RoomsTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.asURI().toString().contains(OWN_FOLDER))
          .importPackages(ROOT);

  private static final int LARGEST_ROOM = 40;
  private static final int LARGEST_KNOT = 4;

  @Test
  void importsGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .withOptionalLayers(true)
        .layer("annotations")
        .definedBy(ROOT, ROOT + ".nn..")
        .layer("checkpoint")
        .definedBy(ROOT + ".checkpoint..")
        .layer("shape")
        .definedBy(ROOT + ".shape..")
        .layer("report")
        .definedBy(ROOT + ".report..")
        .layer("problem")
        .definedBy(PROCESSOR + ".problem..")
        .layer("size")
        .definedBy(PROCESSOR + ".size..")
        .layer("value")
        .definedBy(PROCESSOR + ".value..")
        .layer("operation")
        .definedBy(PROCESSOR + ".operation..")
        .layer("python")
        .definedBy(PROCESSOR + ".python..")
        .layer("model")
        .definedBy(PROCESSOR + ".model..")
        .layer("run")
        .definedBy(PROCESSOR + ".run..")
        .layer("rerun")
        .definedBy(PROCESSOR + ".diagnose.rerun..")
        .layer("propose")
        .definedBy(PROCESSOR + ".diagnose.propose..")
        .layer("describe")
        .definedBy(PROCESSOR + ".describe..")
        .layer("lint")
        .definedBy(PROCESSOR + ".diagnose.lint..")
        .layer("diagnose")
        .definedBy(PROCESSOR + ".diagnose")
        .layer("read")
        .definedBy(PROCESSOR + ".read..")
        .layer("tell")
        .definedBy(PROCESSOR + ".tell..")
        .layer("write")
        .definedBy(PROCESSOR + ".write..")
        .layer("processor")
        .definedBy(PROCESSOR)
        .whereLayer("annotations")
        .mayNotAccessAnyLayer()
        .whereLayer("checkpoint")
        .mayNotAccessAnyLayer()
        .whereLayer("shape")
        .mayNotAccessAnyLayer()
        .whereLayer("report")
        .mayOnlyAccessLayers("shape")
        .whereLayer("problem")
        .mayOnlyAccessLayers("shape")
        .whereLayer("size")
        .mayOnlyAccessLayers("shape")
        .whereLayer("value")
        .mayOnlyAccessLayers("shape", "size", "problem")
        .whereLayer("operation")
        .mayOnlyAccessLayers("shape", "size", "problem", "value")
        .whereLayer("python")
        .mayOnlyAccessLayers("shape", "size", "problem", "operation", "value")
        .whereLayer("model")
        .mayOnlyAccessLayers(
            "checkpoint", "shape", "size", "problem", "operation", "value", "python")
        .whereLayer("run")
        .mayOnlyAccessLayers("shape", "size", "problem", "operation", "value", "python", "model")
        .whereLayer("rerun")
        .mayOnlyAccessLayers(
            "shape", "size", "problem", "operation", "value", "python", "model", "run")
        .whereLayer("propose")
        .mayOnlyAccessLayers(
            "shape", "size", "problem", "operation", "value", "python", "model", "run", "rerun")
        .whereLayer("diagnose")
        .mayOnlyAccessLayers(
            "shape", "problem", "value", "model", "run", "rerun", "propose", "lint")
        .whereLayer("describe")
        .mayOnlyAccessLayers(
            "checkpoint",
            "shape",
            "size",
            "report",
            "problem",
            "operation",
            "value",
            "python",
            "model",
            "run")
        .whereLayer("lint")
        .mayOnlyAccessLayers(
            "shape", "size", "problem", "operation", "value", "python", "model", "run", "rerun")
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("processor")
        .whereLayer("tell")
        .mayOnlyBeAccessedByLayers("processor")
        .whereLayer("write")
        .mayOnlyBeAccessedByLayers("processor")
        .check(CLASSES);
  }

  @Test
  void readTellAndWriteNeverMeet() {
    for (String room : new String[] {"read", "tell", "write"}) {
      for (String other : new String[] {"read", "tell", "write"}) {
        if (!room.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(PROCESSOR + "." + room + "..")
              .should()
              .dependOnClassesThat()
              .resideInAPackage(PROCESSOR + "." + other + "..")
              .allowEmptyShould(true)
              .check(CLASSES);
        }
      }
    }
  }

  /** A larger room wants walls; names of layers and what a user writes may be many. */
  @Test
  void roomsOfTheProcessorAreSmall() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(type -> type.isTopLevelClass() && type.getPackageName().startsWith(PROCESSOR))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    files.values().removeIf(count -> count <= LARGEST_ROOM);
    assertEquals(Map.of(), files);
  }

  @Test
  void everyRoomIsOnThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/architecture.md"));
    List<String> missing =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(room -> room.startsWith(PROCESSOR))
            .map(room -> room.substring(room.lastIndexOf('.')))
            .filter(room -> !page.contains(room + "`"))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** A few classes may need each other, as a loop and its body do; more make a knot. */
  @Test
  void classesMakeNoKnots() {
    Map<JavaClass, Set<JavaClass>> needs = new HashMap<>();
    for (JavaClass type : CLASSES) {
      if (type.getPackageName().startsWith(PROCESSOR)) {
        Set<JavaClass> others = needs.computeIfAbsent(file(type), file -> new HashSet<>());
        type.getDirectDependenciesFromSelf()
            .forEach(dependency -> others.add(file(dependency.getTargetClass())));
      }
    }
    Map<JavaClass, Set<JavaClass>> reached = new HashMap<>();
    needs.keySet().forEach(type -> reached.put(type, reached(type, needs)));
    Set<Set<String>> knots = new HashSet<>();
    reached.forEach(
        (type, others) ->
            knots.add(
                others.stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(type))
                    .map(JavaClass::getSimpleName)
                    .collect(Collectors.toCollection(TreeSet::new))));
    knots.removeIf(knot -> knot.size() <= LARGEST_KNOT);
    assertEquals(Set.of(), knots);
  }

  private static JavaClass file(JavaClass type) {
    JavaClass file = type.getBaseComponentType();
    while (file.getEnclosingClass().isPresent()) {
      file = file.getEnclosingClass().get();
    }
    return file;
  }

  private static Set<JavaClass> reached(JavaClass from, Map<JavaClass, Set<JavaClass>> needs) {
    Set<JavaClass> reached = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>(needs.get(from));
    while (!open.isEmpty()) {
      JavaClass next = open.pop();
      if (needs.containsKey(next) && reached.add(next)) {
        open.addAll(needs.get(next));
      }
    }
    return reached;
  }

  @Test
  void onlyTheCompilersSideSeesTheCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage(
            PROCESSOR + ".problem..",
            PROCESSOR + ".size..",
            PROCESSOR + ".value..",
            PROCESSOR + ".operation..",
            PROCESSOR + ".python..",
            PROCESSOR + ".model..",
            PROCESSOR + ".run..",
            PROCESSOR + ".diagnose.lint..",
            PROCESSOR + ".diagnose.propose..",
            PROCESSOR + ".describe..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
        .check(CLASSES);
  }

  /** What is said depends on the source alone: budgets are counted, not timed. */
  @Test
  void nobodyLooksAtTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage(PROCESSOR + "..", ROOT + ".shape..", ROOT + ".report..")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.util.concurrent.locks..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Date|Timer|Random|concurrent\\.(TimeUnit|ThreadLocalRandom|Executor.*))")
        .check(CLASSES);
  }

  /** Beside javac a build has one jar to load, and nothing in it meets what others bring along. */
  @Test
  void theProcessorNeedsNoLibrary() {
    noClasses()
        .that()
        .resideInAPackage(PROCESSOR + "..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            ROOT + "..",
            "java..",
            "javax..",
            "com.sun.source..",
            "com.google.auto.service..",
            "org.jspecify.annotations..")
        .check(CLASSES);
  }
}
