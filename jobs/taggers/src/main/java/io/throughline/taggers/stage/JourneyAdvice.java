package io.throughline.taggers.stage;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What a stream of feedback says about a journey map: where it is unclear, what it misses, and
 * sentences that would make it better. All texts in it are redacted.
 *
 * @param journey id of the map
 * @param version of the map
 * @param texts that were looked at, each once
 * @param placed of these, share that fits a stage, 0 to 1
 * @param stages in the order of the map
 * @param confused pairs of stages that texts are torn between, worst first
 * @param unplaced feedback that fits nowhere, in groups, largest first
 * @param silentCues cues that match nothing
 * @param misleadingCues cues whose texts mostly belong elsewhere
 * @param misleadingExamples examples that pull feedback of other stages
 * @param proposals sentences of the stream to take into the map
 */
public record JourneyAdvice(
        String journey,
        int version,
        int texts,
        double placed,
        List<StageUse> stages,
        List<Confused> confused,
        List<Group> unplaced,
        List<SilentCue> silentCues,
        List<MisleadingCue> misleadingCues,
        List<MisleadingExample> misleadingExamples,
        List<Proposal> proposals) {

    /**
     * How much feedback a stage has.
     *
     * @param texts that belong to it
     * @param share of all texts with a stage, 0 to 1
     * @param confidence mean over its texts, 0 to 1
     */
    public record StageUse(String stage, int texts, double share, double confidence) {}

    /**
     * Two stages that are mixed up.
     *
     * @param texts torn between the two or, where people labelled them, given the wrong one
     * @param share of all texts with a stage, 0 to 1
     * @param words that these texts have in common
     * @param examples of them
     */
    public record Confused(
            String one,
            String other,
            int texts,
            double share,
            List<String> words,
            List<String> examples) {}

    /**
     * Feedback of like meaning.
     *
     * @param words that are common in it and rare elsewhere
     * @param typical its most central text
     * @param nearest the stage it is nearest to, though not near enough
     */
    public record Group(int texts, List<String> words, String typical, String nearest) {}

    /** A cue that matches nothing. */
    public record SilentCue(String stage, String cue) {}

    /**
     * A cue that is found, but in another sense.
     *
     * @param texts it occurs in
     * @param elsewhere share of them that belongs to another stage, 0 to 1
     * @param mostly that other stage
     */
    public record MisleadingCue(
            String stage, String cue, int texts, double elsewhere, String mostly) {}

    /**
     * An example whose like belongs to another stage.
     *
     * @param elsewhere share of the texts nearest to it that belongs to another stage, 0 to 1
     * @param mostly that other stage
     */
    public record MisleadingExample(
            String stage, String example, double elsewhere, String mostly) {}

    /** Why a sentence is proposed. */
    public enum Reason {
        /** It surely belongs to the stage and is unlike the examples there are. */
        SURE_AND_NEW,
        /** Its like is of this stage, but the map alone would have told otherwise. */
        MAP_IS_WRONG,
        /** A person said so, and the map alone would have told otherwise. */
        LABELLED;

        /** The name in JSON, e.g. {@code map-is-wrong}. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A sentence to take into the map.
     *
     * @param confidence that it belongs there, 0 to 1
     */
    public record Proposal(String stage, String text, double confidence, Reason reason) {}
}
