package io.throughline.pipeline.tagging;

import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redactor;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.SideOutputs;
import io.throughline.wire.Codecs;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tags a feedback, or makes it a dead letter when a step throws.
 *
 * <p>The deduplicator counts a feedback as tagged when it lets it through, and as superseded when a
 * later revision follows. One that failed here was neither: it is counted as dead-lettered, and a
 * flag in its state takes back what the deduplicator counts at the next revision. A former revision
 * that is searchable is taken out: it is not what the customer says any more.
 */
final class TagFunction extends KeyedProcessFunction<String, TaggedFeedback, TaggedFeedback> {

    private static final long serialVersionUID = 1L;

    private final TaggingSettings settings;
    private final OriginalBytes originals;
    private transient TaggingChain chain;
    private transient ValueState<Boolean> failed;

    TagFunction(TaggingSettings settings, OriginalBytes originals) {
        this.settings = settings;
        this.originals = originals;
    }

    @Override
    public void open(OpenContext context) {
        JourneyMap map = JourneyMapReader.read(settings.journeyFile(), settings.journeyYaml());
        chain =
                new TaggingChain(
                        new Redactor(),
                        new LanguageDetector(),
                        Engines.sentiment(settings.sentimentEngine()).tagger(),
                        Engines.stage(settings.stageEngine()).tagger(map));
        failed =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("tagging-failed", Types.BOOLEAN));
    }

    @Override
    public void processElement(
            TaggedFeedback unique, Context context, Collector<TaggedFeedback> out)
            throws Exception {
        String channel = unique.feedback().channel().id();
        int sequence = unique.sequence();
        if (failed.value() != null) {
            failed.clear();
            context.output(SideOutputs.TALLIES, new Tally(channel, 0, 1, 0, -1, 0, 0, 0));
        }
        try {
            out.collect(chain.tag(unique.feedback(), unique.firstOccurredAt(), sequence));
        } catch (TaggingFailedException e) {
            failed.update(true);
            out.collect(
                    TaggingChain.deleted(
                            unique.feedback().asDelete(), unique.firstOccurredAt(), sequence));
            context.output(SideOutputs.DEAD_LETTERS, deadLetter(unique.feedback(), e));
            context.output(SideOutputs.TALLIES, new Tally(channel, 0, -1, 0, 0, 0, 0, 1));
        }
    }

    private DeadLetter deadLetter(Feedback feedback, TaggingFailedException failure) {
        RawEnvelope envelope =
                originals.find(feedback.provenance()).orElseGet(() -> canonicalForm(feedback));
        return DeadLetter.of(
                envelope,
                feedback.provenance(),
                FailureReason.TAGGER_FAILED,
                failure.step(),
                feedback.channel(),
                feedback.id(),
                failure.getMessage());
    }

    /** What is left of a feedback whose envelope is kept no longer. */
    private static RawEnvelope canonicalForm(Feedback feedback) {
        return new RawEnvelope(
                feedback.source(),
                feedback.observedAt(),
                null,
                null,
                feedback.provenance().origin(),
                feedback.provenance().position(),
                Map.of("form", "canonical-avro"),
                -1,
                Codecs.FEEDBACK.encode(feedback));
    }
}
