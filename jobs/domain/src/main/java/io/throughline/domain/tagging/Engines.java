package io.throughline.domain.tagging;

import io.throughline.yaml.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The engines on the class path. */
public final class Engines {

    /** Sentiment engine when the configuration names none. */
    public static final String DEFAULT_SENTIMENT = "adaptive";

    /**
     * Stage engine of a pipeline whose configuration names none; a learner uses it as its fast
     * answer.
     */
    public static final String DEFAULT_STAGE = "cues-and-examples";

    /** Stage engine of commands that tag without a stream: slower, and right more often. */
    public static final String DEEP_STAGE = "stage-teacher";

    private Engines() {}

    /** Every sentiment engine on the class path, by id. */
    public static List<SentimentEngine> sentiments() {
        return all(SentimentEngine.class, SentimentEngine::id);
    }

    /** Every stage engine on the class path, by id. */
    public static List<StageEngine> stages() {
        return all(StageEngine.class, StageEngine::id);
    }

    /**
     * The sentiment engine of that id.
     *
     * @throws EngineUnavailableException when there is none
     */
    public static SentimentEngine sentiment(String id) {
        return find("sentiment", sentiments(), SentimentEngine::id, id);
    }

    /**
     * The stage engine of that id.
     *
     * @throws EngineUnavailableException when there is none
     */
    public static StageEngine stage(String id) {
        return find("stage", stages(), StageEngine::id, id);
    }

    private static <E> List<E> all(Class<E> kind, Function<E, String> id) {
        List<E> all = new ArrayList<>();
        ServiceLoader.load(kind).forEach(all::add);
        all.sort(Comparator.comparing(id));
        return List.copyOf(all);
    }

    /**
     * The engine that reads token patterns.
     *
     * @throws EngineUnavailableException when none is on the class path
     */
    public static TokenPatternEngine tokenPatterns() {
        for (TokenPatternEngine engine : ServiceLoader.load(TokenPatternEngine.class)) {
            return engine;
        }
        throw new EngineUnavailableException(
                "the journey map has cues that are token patterns ('tokens: …'), and nothing on the"
                        + " class path reads them: put the module throughline-nlp there, or write"
                        + " these cues as words or /expressions/");
    }

    private static <E> E find(String kind, List<E> all, Function<E, String> idOf, String id) {
        return all.stream()
                .filter(engine -> idOf.apply(engine).equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(kind, id, all.stream().map(idOf).toList()));
    }

    private static EngineUnavailableException unknown(String kind, String id, List<String> known) {
        String hint = Nearest.hint(id, known);
        return new EngineUnavailableException(
                "no "
                        + kind
                        + " engine '"
                        + id
                        + "' on the class path"
                        + (hint.endsWith("?") ? hint + " There are: " : "; there are: ")
                        + String.join(", ", known));
    }
}
