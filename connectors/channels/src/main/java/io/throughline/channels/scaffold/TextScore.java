package io.throughline.channels.scaffold;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scores a column as what the customer wrote. A name alone does not do: a column {@code response}
 * may hold words or a code, so its values must look written, and what comes again and again was
 * chosen from a list.
 */
final class TextScore {

    static final double ENOUGH = 6;

    /** What written words are worth where the name says nothing, as {@code Q2} does. */
    private static final double UNNAMED = 2;

    private static final Pattern MARKUP = Pattern.compile("html|markup|rich|formatted");

    private TextScore() {}

    static Optional<Candidate> of(Facts facts) {
        Profile profile = facts.profile();
        Column column = facts.column();
        if (profile.numeric()
                || profile.time().isPresent()
                || column.isList()
                || facts.ofCompany()
                || facts.inPerson()
                || Profile.links(column)
                || Profile.emails(column)
                || Profile.phones(column)
                || Profile.addresses(column)
                || Profile.uuids(column)
                || personal(facts)) {
            return Optional.empty();
        }
        boolean asked =
                facts.answer() && column.texts().stream().allMatch(text -> text.endsWith("?"));
        if (asked || (profile.present() > 1 && profile.distinct() == 1 && profile.words() >= 3)) {
            return Optional.empty();
        }
        double name = Math.max(facts.sure(Meaning.TEXT), facts.sure(Meaning.TITLE));
        double words = profile.words();
        if (words < 1.2 && profile.present() > 2 && profile.length() < 12 && name < 9) {
            return Optional.empty();
        }
        double score = 0.6 * name + Math.min(6, words * 0.8) - 0.2 * facts.depth();
        score += name < 4 && words >= 4 && !profile.repeats() ? UNNAMED : 0;
        score -= profile.repeats() ? Math.max(0, 9 - words / 3) : 0;
        score -= Profile.switches(column) ? 6 : 0;
        score -= category(facts) ? 4 : 0;
        score -= MARKUP.matcher(column.lastName().toLowerCase(Locale.ROOT)).find() ? 1 : 0;
        score -= facts.sure(Meaning.OTHER) >= 8 ? 4 : 0;
        return Optional.of(new Candidate(facts, score, why(facts, name)));
    }

    static boolean title(Facts facts) {
        return facts.sure(Meaning.TITLE) >= 7;
    }

    /** What things are called is no words of a customer. */
    private static boolean category(Facts facts) {
        return Names.words(facts.column().lastName())
                .matches(
                        ".*(type|category|categories|tags?|topics?|labels?|status|state|product|name|url|id|group|device|browser|model|platform|channel|event|version|city|country|location|code|flair text|flair)$");
    }

    private static boolean personal(Facts facts) {
        return Personal.matches(facts);
    }

    private static String why(Facts facts, double name) {
        long words = Math.round(facts.profile().words());
        String question = facts.column().question();
        String asked = question.isEmpty() ? "" : ", asked “" + question + "”";
        return (name >= 8 ? "named like free text, " : "")
                + words
                + (words == 1 ? " word" : " words")
                + (facts.profile().records() > 1 ? " on average" : "")
                + asked;
    }
}
