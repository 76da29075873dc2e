package io.throughline.taggers.train;

import java.nio.file.Path;

/**
 * What a training made.
 *
 * @param model file of the model
 * @param card file that says what it was made of
 * @param sha256 of the model
 * @param texts it was trained on
 * @param features it has
 */
public record TrainingResult(Path model, Path card, String sha256, int texts, int features) {}
