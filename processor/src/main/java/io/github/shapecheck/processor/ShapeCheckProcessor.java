package io.github.shapecheck.processor;

import com.google.auto.service.AutoService;
import io.github.shapecheck.processor.describe.Budgets;
import io.github.shapecheck.processor.describe.CheckpointFit;
import io.github.shapecheck.processor.describe.Description;
import io.github.shapecheck.processor.diagnose.Diagnosis;
import io.github.shapecheck.processor.diagnose.rerun.AcceptedSizes;
import io.github.shapecheck.processor.diagnose.rerun.AxisSizes;
import io.github.shapecheck.processor.model.Model;
import io.github.shapecheck.processor.problem.Place;
import io.github.shapecheck.processor.problem.Problem;
import io.github.shapecheck.processor.problem.ProblemId;
import io.github.shapecheck.processor.read.BudgetReader;
import io.github.shapecheck.processor.read.ModelReader;
import io.github.shapecheck.processor.read.WeightsReader;
import io.github.shapecheck.processor.run.Interpreter;
import io.github.shapecheck.processor.run.Trace;
import io.github.shapecheck.processor.tell.Teller;
import io.github.shapecheck.processor.write.EarlierBuild;
import io.github.shapecheck.processor.write.IndexFile;
import io.github.shapecheck.processor.write.ReportFiles;
import io.github.shapecheck.report.ShapeReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Checks the annotated models of a compilation: reads each, runs it on shapes, tells what is wrong,
 * writes its report.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"io.github.shapecheck.*", ShapeCheckProcessor.GENERATED})
public final class ShapeCheckProcessor extends AbstractProcessor {
  /** On what we write; claimed, since javac warns of annotations that no processor claims. */
  static final String GENERATED = "javax.annotation.processing.Generated";

  private final Set<String> compiled = new HashSet<>();
  private final Set<Teller.Told> told = new HashSet<>();
  private final IndexFile index = new IndexFile();
  private Set<String> deferred = Set.of();
  private int checked;
  private final Function<Model, Trace> run;

  /** The processor that compilers create. */
  public ShapeCheckProcessor() {
    this(Interpreter::run);
  }

  /** A processor that runs models in another way, for tests and benchmarks. */
  public ShapeCheckProcessor(Function<Model, Trace> run) {
    this.run = run;
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.supported(processingEnv);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (compiled.isEmpty()) {
      EarlierBuild.remove(processingEnv, round.getRootElements());
      Options.mistakes(processingEnv).forEach(text -> Teller.warn(processingEnv, text));
    }
    round.getRootElements().forEach(root -> compiled.add(root.toString()));
    ModelReader reader = new ModelReader(this::isCompiledNow, new PythonSources(processingEnv));
    List<TypeElement> models = new ArrayList<>();
    List<TypeElement> modules = new ArrayList<>();
    Set<String> waiting = new LinkedHashSet<>();
    for (TypeElement type : annotatedTypes(annotations, round)) {
      if (!round.processingOver() && reader.waitsForAnotherRound(type)) {
        waiting.add(type.getQualifiedName().toString());
      } else {
        guarded(type, teller -> (reader.isModel(type) ? models : modules).add(type));
      }
    }
    deferred = waiting;
    Set<String> used = new HashSet<>();
    models.forEach(type -> check(type, reader, used));
    modules.forEach(type -> guarded(type, teller -> reader.addUses(type, used)));
    modules.forEach(type -> checkModule(type, reader, used));
    checked += models.size();
    if (round.processingOver()) {
      index
          .write(processingEnv.getFiler())
          .ifPresent(text -> Teller.warn(processingEnv, "[" + ProblemId.REPORT.id() + "] " + text));
      if (Options.verbose(processingEnv)) {
        Teller.note(
            processingEnv,
            "shapecheck has checked " + checked + (checked == 1 ? " model" : " models"));
      }
    }
    return true;
  }

  /** The walk of a model: read, run, tell, write. */
  private void check(TypeElement type, ModelReader reader, Set<String> used) {
    ReportFiles files = new ReportFiles(processingEnv, type, Options.html(processingEnv));
    guarded(
        type,
        teller -> {
          Model model = reader.read(type);
          reader.addUses(type, used);
          Diagnosis diagnosis = Diagnosis.of(run.apply(model));
          teller.tell(diagnosis);
          Trace trace = diagnosis.trace();
          try {
            ShapeReport report = Description.of(trace, files.modelName(), accepted(trace));
            teller.tell(Diagnosis.ofDeclaration(trace.withProblems(broken(type, trace, report))));
            if (Options.report(processingEnv)) {
              files.write(report).ifPresent(why -> teller.tell(unwritten(trace, why)));
            }
            if (Options.html(processingEnv)) {
              index.add(type, report, files.pagePath());
            }
          } catch (ArithmeticException overflow) {
            teller.tell(Diagnosis.ofDeclaration(trace.withProblems(tooLarge(trace))));
          }
        });
    if (Options.report(processingEnv)) {
      guarded(type, teller -> files.writeEmptyIfNone());
    }
  }

  /** The sizes that a report shows and a lock holds; nobody else asks. */
  private List<List<AxisSizes>> accepted(Trace trace) {
    boolean shown = Options.report(processingEnv) || Options.lock(processingEnv).isPresent();
    return shown ? AcceptedSizes.of(trace) : List.of();
  }

  /** A model whose totals go beyond 2^63 has no report; if nothing else is wrong, that is. */
  private static List<Problem> tooLarge(Trace trace) {
    Place place = Place.of(trace.model().root().origin());
    String message = trace.model().root().name() + " has more values in total than 2^63";
    return trace.hasErrors()
        ? List.of()
        : List.of(Problem.of(ProblemId.SIZE_OVERFLOW, place, message));
  }

  private static Diagnosis unwritten(Trace trace, String why) {
    Place place = Place.of(trace.model().root().origin());
    return Diagnosis.ofDeclaration(
        trace.withProblems(List.of(Problem.of(ProblemId.REPORT, place, why))));
  }

  /**
   * The promises that a model without errors breaks: its budget, its checkpoint, its committed
   * shapes.
   */
  private List<Problem> broken(TypeElement type, Trace trace, ShapeReport report) {
    if (trace.hasErrors()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>(Budgets.exceeded(report, BudgetReader.read(type)));
    new WeightsReader(processingEnv.getFiler())
        .read(type)
        .ifPresent(w -> problems.addAll(CheckpointFit.problems(trace, report, w)));
    Place place = Place.of(trace.model().root().origin());
    Options.lock(processingEnv).ifPresent(lock -> problems.addAll(lock.check(report, place)));
    return problems;
  }

  /**
   * A module is checked with every model that uses it; by itself for what can be known without its
   * parameters.
   */
  private void checkModule(TypeElement type, ModelReader reader, Set<String> used) {
    guarded(
        type,
        teller -> {
          teller.tell(
              used.contains(type.getQualifiedName().toString())
                  ? Diagnosis.ofDeclaration(Trace.ofDeclaration(reader.read(type)))
                  : Diagnosis.of(run.apply(reader.readUnused(type))));
        });
  }

  /** Reports a bug of ours as ours; the next model goes on. */
  private void guarded(TypeElement type, Consumer<Teller> work) {
    Teller teller =
        new Teller(
            processingEnv.getMessager(),
            new SourceLocator(type),
            Options.lint(processingEnv),
            told);
    try {
      work.accept(teller);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
      teller.internal(type, bug);
    }
  }

  /**
   * The classes with annotations of ours: those that had to wait, then the others in source order.
   */
  private Collection<TypeElement> annotatedTypes(
      Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> types = new LinkedHashSet<>();
    for (String name : deferred) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    Set<Element> annotated = new HashSet<>();
    for (TypeElement annotation : annotations) {
      if (annotation.getQualifiedName().contentEquals(GENERATED)) {
        continue;
      }
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        annotated.add(element instanceof TypeElement ? element : element.getEnclosingElement());
      }
    }
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      addInOrder(root, annotated, types);
    }
    annotated.stream()
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .forEach(types::add); // local classes, which no class encloses
    types.removeIf(type -> !isNamed(type));
    return types;
  }

  /** Whether a class and its package have the names that they need; else the compiler tells. */
  private static boolean isNamed(TypeElement type) {
    CharSequence qualified = type.getQualifiedName();
    return qualified.length() == 0
        ? SourceVersion.isIdentifier(type.getSimpleName())
        : SourceVersion.isName(qualified);
  }

  private static void addInOrder(TypeElement type, Set<Element> annotated, Set<TypeElement> types) {
    if (annotated.contains(type)) {
      types.add(type);
    }
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addInOrder(nested, annotated, types);
    }
  }

  private boolean isCompiledNow(Element element) {
    Element outermost = element;
    for (Element owner = element;
        owner != null && !(owner instanceof PackageElement);
        owner = owner.getEnclosingElement()) {
      outermost = owner;
    }
    return compiled.contains(outermost.toString());
  }
}
