package io.throughline.domain.learning;

import io.throughline.model.Sentiment;
import io.throughline.model.StageTags;

/**
 * What a learning tagger says of one feedback.
 *
 * @param lesson what the teacher said, for the student to learn from; null when it was not asked
 */
public record Answer(Sentiment sentiment, StageTags stages, Lesson lesson) {}
