package io.throughline.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A tagger by a model of words: a long turn is judged sentence by sentence and rolled up. */
public abstract class WordsTagger extends EnglishTagger {

    protected WordsTagger(String engine, String model) {
        super(engine, model);
    }

    /** What the model makes of a text that is not empty. */
    protected abstract Feeling feeling(String text);

    @Override
    protected final Optional<Feeling> judge(String text) {
        List<Feeling> feelings = new ArrayList<>();
        for (String sentence : Sentences.ofLong(text)) {
            feelings.add(feeling(sentence));
        }
        return Optional.of(feelings.size() == 1 ? feelings.get(0) : Feeling.rollUp(feelings));
    }
}
