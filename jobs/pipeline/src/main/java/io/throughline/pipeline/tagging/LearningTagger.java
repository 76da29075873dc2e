package io.throughline.pipeline.tagging;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.Tags;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import io.throughline.model.Sentiment;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.learning.ModelChoice;
import java.time.Instant;
import java.util.Optional;

/** A learner, with the version of its model that was in effect when a feedback arrived. */
final class LearningTagger implements RecordTagger {

    private final String engine;
    private final TaggingChain chain;
    private final Learner learner;
    private final ModelChoice versions;
    private final Optional<StageTagger> otherStages;
    private Instant latest = Instant.MIN;

    /**
     * @param otherStages when another engine than the learner tags stages
     */
    LearningTagger(
            String engine,
            TaggingChain chain,
            Learner learner,
            ModelChoice versions,
            Optional<StageTagger> otherStages) {
        this.engine = engine;
        this.chain = chain;
        this.learner = learner;
        this.versions = versions;
        this.otherStages = otherStages;
    }

    @Override
    public Result tag(Feedback feedback, Instant firstOccurredAt, int sequence) {
        Instant appendedAt = LogTime.of(feedback);
        latest = appendedAt.isAfter(latest) ? appendedAt : latest;
        ModelChoice.Chosen version = versions.at(appendedAt);
        Lesson[] lesson = new Lesson[1];
        TaggedFeedback line =
                chain.tag(
                        feedback,
                        firstOccurredAt,
                        sequence,
                        verbatim -> {
                            Answer answer =
                                    learner.answer(
                                            feedback.id(),
                                            verbatim,
                                            version.student(),
                                            version.teacherShare());
                            lesson[0] = answer.lesson();
                            return new Tags(
                                    named(answer.sentiment(), version.number()),
                                    otherStages
                                            .map(tagger -> tagger.tag(verbatim))
                                            .orElse(answer.stages()));
                        });
        return new Result(line, dated(lesson[0], line.feedback()));
    }

    private Sentiment named(Sentiment sentiment, int number) {
        return new Sentiment(
                sentiment.label(),
                sentiment.score(),
                sentiment.confidence(),
                sentiment.abstention(),
                sentiment.engine(),
                ModelVersion.id(engine, number),
                sentiment.basis());
    }

    /** A learner is not told when a feedback occurred. */
    private static Lesson dated(Lesson lesson, Feedback feedback) {
        return lesson == null
                ? null
                : new Lesson(
                        lesson.id(),
                        feedback.occurredAt(),
                        lesson.verbatim(),
                        lesson.sentiment(),
                        lesson.stages(),
                        lesson.stagesOf(),
                        lesson.tutor());
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public Optional<Instant> take(ModelVersion version) {
        return versions.add(version) && !latest.isBefore(version.effectiveFrom())
                ? Optional.of(version.effectiveFrom())
                : Optional.empty();
    }

    @Override
    public boolean knows(ModelVersion version) {
        return versions.knows(version);
    }
}
