package io.throughline.pipeline.tagging;

import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.journey.JourneyMap;
import io.throughline.pipeline.learning.ModelChoice;
import io.throughline.pipeline.learning.ModelLog;
import java.util.Optional;

/** Makes the tagger of the settings from the engines on the class path. */
final class Taggers {

    private Taggers() {}

    static RecordTagger of(TaggingSettings settings, JourneyMap map, ModelLog log) {
        Redactor redactor = new Redactor();
        LanguageDetector languages = new LanguageDetector();
        Optional<Learner> learner = settings.learner().learner();
        if (learner.isEmpty()) {
            return new PlainTagger(
                    new TaggingChain(
                            redactor,
                            languages,
                            Engines.sentiment(settings.sentimentEngine()).tagger(),
                            Engines.stage(settings.stageEngine()).tagger(map)));
        }
        Optional<StageTagger> otherStages =
                settings.stagesAreTheLearners()
                        ? Optional.empty()
                        : Optional.of(Engines.stage(settings.stageEngine()).tagger(map));
        return new LearningTagger(
                settings.sentimentEngine(),
                new TaggingChain(redactor, languages),
                learner.get(),
                new ModelChoice(
                        settings.learner(),
                        learner.get(),
                        log,
                        settings.learning().initialTeacherShare()),
                otherStages);
    }
}
