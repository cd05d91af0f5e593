package io.github.shapecheck.djl;

import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;

/** Shows a block's gradients to its hooks after each batch, and begins its epochs. */
public final class GradientListener extends TrainingListenerAdapter {
  private final ShapecheckBlock block;

  /** For a block that a trainer trains. */
  public GradientListener(ShapecheckBlock block) {
    this.block = block;
  }

  @Override
  public void onTrainingBatch(Trainer trainer, BatchData batch) {
    block.tellGradients();
  }

  @Override
  public void onEpoch(Trainer trainer) {
    block.beginEpoch();
  }
}
