package io.github.shapecheck.processor.bugs;

import io.github.shapecheck.processor.compile.Compiler;
import io.github.shapecheck.processor.compile.CompilerMessage;
import io.github.shapecheck.processor.compile.Job;
import io.github.shapecheck.processor.compile.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many sources of a class {@code Bug}, compiled in one run under names of their own. */
final class Batch {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, List<CompilerMessage>> errors = new LinkedHashMap<>();

  /** The errors of each source. */
  static Map<String, List<CompilerMessage>> errors(Iterable<String> sources) {
    Batch batch = new Batch();
    sources.forEach(batch::add);
    batch.compile();
    return batch.errors;
  }

  private void add(String source) {
    if (!errors.containsKey(source)) {
      names.put("Bug" + names.size() + ".java", source);
      errors.put(source, new ArrayList<>());
    }
  }

  private void compile() {
    Map<String, String> files = new LinkedHashMap<>();
    names.forEach(
        (file, source) ->
            files.put(file, source.replace("class Bug {", "class " + file.replace(".java", " {"))));
    Job job = Job.of(new Sources(files)).withOptions("-proc:only", "-Xmaxerrs", "10000");
    for (CompilerMessage error : Compiler.JAVAC.compile(job).errors()) {
      errors.get(names.get(error.file())).add(error);
    }
  }
}
