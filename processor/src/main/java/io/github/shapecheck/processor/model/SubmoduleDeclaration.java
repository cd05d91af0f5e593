package io.github.shapecheck.processor.model;

import io.github.shapecheck.processor.problem.Origin;
import io.github.shapecheck.processor.python.parser.KeywordArguments;

/**
 * A field that is another annotated class.
 *
 * @param module the qualified name of that class, a key of {@link Model#modules()}
 * @param with its parameters
 * @param repeat how many times in a row it is applied
 */
public record SubmoduleDeclaration(
    String module,
    KeywordArguments with,
    int repeat,
    Origin origin,
    Origin withOrigin,
    Origin repeatOrigin) {}
