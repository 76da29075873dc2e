package io.throughline.taggers.evaluate.cases;

import io.throughline.model.Feedback;
import java.util.Set;

/**
 * A text as customers write it, and what a person takes it for.
 *
 * @param category kind of difficulty
 * @param name says what is difficult about it; unique within the category
 * @param feedback as a channel would hand it over
 * @param expected label ids that are right; {@code abstained} when no answer is
 */
record LanguageCase(String category, String name, Feedback feedback, Set<String> expected) {

    /** Stands among the expected for no answer. */
    static final String ABSTAINED = "abstained";
}
