package io.github.shapecheck.processor.model;

import io.github.shapecheck.checkpoint.CheckpointEntry;
import io.github.shapecheck.processor.problem.Origin;
import java.util.Map;

/**
 * A checkpoint that the user named with {@code @Weights}.
 *
 * @param file the path as written
 * @param entries its tensors by name, none where it cannot be read
 * @param failure why it cannot be read, else ""
 */
public record CheckpointDeclaration(
    String file, Map<String, CheckpointEntry> entries, String failure, Origin origin) {}
