package io.throughline.nlp;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every engine for English does around its model: abstain when there is nothing to read or it
 * is known to be in another language, clean each turn, and roll the turns up.
 *
 * <p>A verbatim is judged up to {@link #MAX_TURNS} turns of {@link CleanText#MAX_CHARS} characters
 * and {@link #MAX_VERBATIM_CHARS} in all.
 */
public abstract class EnglishTagger implements SentimentTagger, TrainedModel {

    /** Turns of one verbatim that are judged. */
    public static final int MAX_TURNS = 500;

    /** Characters of one verbatim that are judged. */
    public static final int MAX_VERBATIM_CHARS = 40_000;

    private final String engine;
    private final String model;

    protected EnglishTagger(String engine, String model) {
        this.engine = engine;
        this.model = model;
    }

    /** Judges one cleaned turn that is not empty; nothing when the model cannot. */
    protected abstract Optional<Feeling> judge(String text);

    @Override
    public final String model() {
        return model;
    }

    @Override
    public final Sentiment tag(Verbatim verbatim) {
        List<CleanTurn> turns = turns(verbatim);
        if (turns.isEmpty()) {
            return Sentiment.abstained(Abstention.NO_TEXT, engine, model);
        }
        if (!isEnglish(verbatim)) {
            return Sentiment.abstained(Abstention.LANGUAGE, engine, model);
        }
        List<Feeling> feelings = new ArrayList<>(turns.size());
        for (CleanTurn turn : turns) {
            judge(turn.text()).ifPresent(feelings::add);
        }
        return feelings.isEmpty()
                ? Sentiment.abstained(Abstention.UNSURE, engine, model)
                : Feeling.rollUp(feelings).sentiment(engine, model);
    }

    /** The turns that are judged, in order. */
    protected static List<CleanTurn> turns(Verbatim verbatim) {
        List<CleanTurn> turns = new ArrayList<>();
        int chars = 0;
        int start = 0;
        for (String turn : verbatim.turns()) {
            if (turns.size() >= MAX_TURNS || chars >= MAX_VERBATIM_CHARS) {
                break;
            }
            String text = CleanText.of(turn);
            if (!text.isEmpty()) {
                turns.add(new CleanTurn(start, turn, text));
                chars += text.length();
            }
            start += turn.length() + 1;
        }
        return turns;
    }

    /** Whether the verbatim is in English or in no known language. */
    protected static boolean isEnglish(Verbatim verbatim) {
        String language = verbatim.language();
        return language == null
                || language.isBlank()
                || language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0].equals("en")
                || language.equalsIgnoreCase("und");
    }
}
