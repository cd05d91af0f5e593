package io.github.shapecheck.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
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

  @Test
  void importsGoOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .withOptionalLayers(true)
        .layer("annotations")
        .definedBy(ROOT, ROOT + ".nn..")
        .layer("shape")
        .definedBy(ROOT + ".shape..")
        .layer("report")
        .definedBy(ROOT + ".report..")
        .layer("problem")
        .definedBy(PROCESSOR + ".problem..")
        .layer("op")
        .definedBy(PROCESSOR + ".op..")
        .layer("forward")
        .definedBy(PROCESSOR + ".forward..")
        .layer("model")
        .definedBy(PROCESSOR + ".model..")
        .layer("run")
        .definedBy(PROCESSOR + ".run..")
        .layer("solve")
        .definedBy(PROCESSOR + ".solve..")
        .layer("measure")
        .definedBy(PROCESSOR + ".measure..")
        .layer("lint")
        .definedBy(PROCESSOR + ".lint..")
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
        .whereLayer("shape")
        .mayNotAccessAnyLayer()
        .whereLayer("report")
        .mayOnlyAccessLayers("shape")
        .whereLayer("problem")
        .mayNotAccessAnyLayer()
        .whereLayer("op")
        .mayOnlyAccessLayers("shape", "problem")
        .whereLayer("forward")
        .mayOnlyAccessLayers("shape", "problem", "op")
        .whereLayer("model")
        .mayOnlyAccessLayers("shape", "problem", "op", "forward")
        .whereLayer("run")
        .mayOnlyAccessLayers("shape", "problem", "op", "forward", "model")
        .whereLayer("solve")
        .mayOnlyAccessLayers("shape", "problem", "op", "forward", "model", "run")
        .whereLayer("measure")
        .mayOnlyAccessLayers("shape", "report", "problem", "op", "forward", "model", "run")
        .whereLayer("lint")
        .mayOnlyAccessLayers("shape", "problem", "op", "forward", "model", "run")
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

  @Test
  void roomsHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCompilersSideSeesTheCompiler() {
    noClasses()
        .that()
        .resideInAnyPackage(
            PROCESSOR + ".problem..",
            PROCESSOR + ".op..",
            PROCESSOR + ".forward..",
            PROCESSOR + ".model..",
            PROCESSOR + ".run..",
            PROCESSOR + ".lint..",
            PROCESSOR + ".solve..",
            PROCESSOR + ".measure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..", "javax.tools..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWriterWritesJava() {
    noClasses()
        .that()
        .resideOutsideOfPackage(PROCESSOR + ".write..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(CLASSES);
  }
}
