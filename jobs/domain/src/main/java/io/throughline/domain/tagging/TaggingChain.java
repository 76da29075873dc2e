package io.throughline.domain.tagging;

import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.redact.Redacted;
import io.throughline.domain.redact.Redactor;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Role;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Turn;
import io.throughline.own.OwnWords;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Redact, detect the language, tag sentiment, tag stages: the steps that every feedback goes
 * through, in the pipeline and on the command line alike. Thread-safe as its parts are.
 */
public final class TaggingChain {

    private final Redactor redactor;
    private final LanguageDetector languages;
    private final VerbatimTagger tagger;

    public TaggingChain(
            Redactor redactor,
            LanguageDetector languages,
            SentimentTagger sentiment,
            StageTagger stages) {
        this(
                redactor,
                languages,
                verbatim -> new Tags(sentiment.tag(verbatim), stages.tag(verbatim)));
    }

    /** A chain whose tagger comes with each feedback. */
    public TaggingChain(Redactor redactor, LanguageDetector languages) {
        this(
                redactor,
                languages,
                verbatim -> {
                    throw new IllegalStateException("this chain has no tagger of its own");
                });
    }

    private TaggingChain(Redactor redactor, LanguageDetector languages, VerbatimTagger tagger) {
        this.redactor = redactor;
        this.languages = languages;
        this.tagger = tagger;
    }

    /**
     * The tagged feedback; a delete goes through as it is.
     *
     * @param firstOccurredAt occurredAt of the revision that came first
     * @param sequence how many times this revision has changed what is live
     * @throws TaggingFailedException when a step threw, naming it
     */
    public TaggedFeedback tag(Feedback feedback, Instant firstOccurredAt, int sequence) {
        return tag(feedback, firstOccurredAt, sequence, tagger);
    }

    /**
     * The same with another tagger for this one feedback.
     *
     * @throws TaggingFailedException when a step threw, naming it
     */
    public TaggedFeedback tag(
            Feedback feedback, Instant firstOccurredAt, int sequence, VerbatimTagger with) {
        if (feedback.operation() == Operation.DELETE) {
            return deleted(feedback, firstOccurredAt, sequence);
        }
        ProcessingStage step = ProcessingStage.REDACT;
        try {
            Redacted redacted = redactor.redact(feedback);
            step = ProcessingStage.TAG;
            Feedback clean = withLanguage(redacted.feedback());
            Tags tags = with.tag(verbatim(clean));
            return new TaggedFeedback(
                    clean,
                    firstOccurredAt,
                    tags.sentiment(),
                    tags.stages(),
                    TaggedFeedback.generation(sequence, tags.stages().journeyVersion()),
                    redacted.entities());
        } catch (RuntimeException | StackOverflowError e) {
            throw new TaggingFailedException(step, e);
        }
    }

    /** The line of the changelog that takes a feedback out. */
    public static TaggedFeedback deleted(Feedback feedback, Instant firstOccurredAt, int sequence) {
        return new TaggedFeedback(
                feedback,
                firstOccurredAt,
                null,
                null,
                TaggedFeedback.generation(sequence, TaggedFeedback.MAX_SEQUENCE),
                Map.of());
    }

    private Feedback withLanguage(Feedback feedback) {
        if (feedback.language() != null || feedback.text() == null) {
            return feedback;
        }
        String detected = languages.detect(OwnWords.blanked(feedback.text()));
        return detected == null ? feedback : feedback.toBuilder().language(detected).build();
    }

    /** What taggers get to see of a feedback that is redacted and whose language is known. */
    public static Verbatim verbatim(Feedback feedback) {
        return new Verbatim(
                turns(feedback), feedback.language(), feedback.rating(), feedback.channel());
    }

    /** What the customer said of such a feedback; places in its verbatim are places in it. */
    public static String said(Feedback feedback) {
        return String.join("\n", turns(feedback));
    }

    private static List<String> turns(Feedback feedback) {
        Conversation conversation = feedback.conversation();
        if (conversation == null) {
            return feedback.text() == null ? List.of() : List.of(feedback.text());
        }
        return conversation.turns().stream()
                .filter(turn -> turn.role() == Role.CUSTOMER)
                .map(Turn::text)
                .filter(text -> !text.isBlank())
                .toList();
    }
}
