package io.throughline.domain.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engines on the class path. */
public final class Engines {

    /** Sentiment engine when the configuration names none. */
    public static final String DEFAULT_SENTIMENT = "corenlp-linear";

    /** Stage engine when the configuration names none. */
    public static final String DEFAULT_STAGE = "cues-and-examples";

    private Engines() {}

    /**
     * The sentiment engine of that id.
     *
     * @throws EngineUnavailableException when there is none
     */
    public static SentimentEngine sentiment(String id) {
        List<String> known = new ArrayList<>();
        for (SentimentEngine engine : ServiceLoader.load(SentimentEngine.class)) {
            if (engine.id().equals(id)) {
                return engine;
            }
            known.add(engine.id());
        }
        throw unknown("sentiment", id, known);
    }

    /**
     * The stage engine of that id.
     *
     * @throws EngineUnavailableException when there is none
     */
    public static StageEngine stage(String id) {
        List<String> known = new ArrayList<>();
        for (StageEngine engine : ServiceLoader.load(StageEngine.class)) {
            if (engine.id().equals(id)) {
                return engine;
            }
            known.add(engine.id());
        }
        throw unknown("stage", id, known);
    }

    private static EngineUnavailableException unknown(String kind, String id, List<String> known) {
        return new EngineUnavailableException(
                "no "
                        + kind
                        + " engine '"
                        + id
                        + "' on the class path; there are: "
                        + String.join(", ", known));
    }
}
