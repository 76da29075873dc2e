package io.throughline.channels.scaffold;

import java.util.Optional;

/** Scores columns as what feedback may have and need not. */
final class OtherScores {

    static final double ENOUGH = 6;

    /** Enough for an author: above what {@code user_language} gets for its first word. */
    static final double AUTHOR = 6.9;

    private OtherScores() {}

    static Optional<Candidate> author(Facts facts) {
        Profile profile = facts.profile();
        double name = facts.sure(Meaning.AUTHOR);
        if (facts.inPerson() && Names.sure(Meaning.ID, facts.column().lastName()) >= 6) {
            name = 10;
        }
        if (facts.column().isList()
                || facts.ofCompany()
                || profile.words() > 3
                || (profile.time().isPresent() && !profile.whole())
                || Profile.switches(facts.column())
                || facts.sure(Meaning.LANGUAGE) >= 8
                || Profile.links(facts.column())
                || (profile.numeric() && !profile.whole())) {
            return Optional.empty();
        }
        if (profile.numeric() && profile.most() <= 10 && profile.present() > 10) {
            return Optional.empty();
        }
        String what = name >= 8 ? "names who wrote" : "may name who wrote";
        return Optional.of(
                new Candidate(
                        facts,
                        name
                                + 2 * profile.fill()
                                - 0.3 * facts.depth()
                                - (facts.sure(Meaning.OTHER) >= 9 && !facts.inPerson() ? 5 : 0),
                        what + "; only a keyed hash of it is kept"));
    }

    static Optional<Candidate> language(Facts facts) {
        return Profile.languages(facts.column()) && !facts.column().isList()
                ? candidate(facts, Meaning.LANGUAGE, "language codes")
                : Optional.empty();
    }

    static Optional<Candidate> url(Facts facts) {
        if (!Profile.links(facts.column())
                || facts.inList()
                || facts.sure(Meaning.OTHER) >= 8
                || facts.column().isList()
                || facts.inPerson()
                || facts.ofCompany()
                || Personal.matches(facts)
                || facts.profile().repeats()
                || facts.column().texts().stream().anyMatch(text -> text.contains("/api"))) {
            return Optional.empty();
        }
        return candidate(facts, Meaning.URL, "links to the feedback");
    }

    static Optional<Candidate> touchpoint(Facts facts) {
        return facts.profile().words() <= 4
                        && !facts.column().isList()
                        && !facts.profile().numeric()
                ? candidate(facts, Meaning.TOUCHPOINT, "says where in the journey it was given")
                : Optional.empty();
    }

    static Optional<Candidate> deleted(Facts facts) {
        if (facts.profile().time().isPresent() && facts.profile().fill() < 1) {
            return candidate(facts, Meaning.DELETED, "is there when it was taken back");
        }
        return Profile.switches(facts.column())
                ? candidate(facts, Meaning.DELETED, "is true when it was taken back")
                : Optional.empty();
    }

    private static Optional<Candidate> candidate(Facts facts, Meaning meaning, String why) {
        return Optional.of(new Candidate(facts, facts.sure(meaning) - 0.3 * facts.depth(), why));
    }
}
