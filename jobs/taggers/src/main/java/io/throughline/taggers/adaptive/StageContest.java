package io.throughline.taggers.adaptive;

import io.throughline.domain.learning.Training;

/**
 * A stage student that was learnt, and how it did.
 *
 * @param challenger the student
 * @param outcome how it did against what answered before
 */
record StageContest(StageBytes challenger, Training.Stages outcome) {}
