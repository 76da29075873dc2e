package io.throughline.channels.scaffold;

import java.util.Optional;

/** Scores a column as the time at which feedback was given, or at which it was last changed. */
final class TimeScore {

    static final double ENOUGH = 5;

    private TimeScore() {}

    static Optional<Candidate> occurred(Facts facts, String inside) {
        Profile profile = facts.profile();
        double name = facts.sure(Meaning.TIME);
        if (profile.time().isEmpty()
                || facts.column().isList()
                || (profile.numeric() && name < 4.5)) {
            return Optional.empty();
        }
        double score = name + 3 * profile.fill() - 0.5 * facts.depth();
        score += name == 0 ? 1 : name < 4 ? -4 : 0;
        score -= facts.sure(Meaning.REVISION) >= 6 ? 5 : 0;
        score -= facts.sure(Meaning.DELETED) >= 6 ? 9 : 0;
        score -= facts.ofCompany() || facts.inPerson() ? 8 : 0;
        score += hasClock(facts.column()) ? 1.5 : 0;
        score += facts.column().path().startsWith(inside) ? 1.5 : 0;
        score += Names.words(facts.column().lastName()).endsWith(" utc") ? 0.5 : 0;
        score += profile.present() > 2 && profile.distinct() == 1 ? -4 : 0;
        return Optional.of(new Candidate(facts, score, why(profile)));
    }

    static Optional<Candidate> revision(Facts facts, String inside) {
        Profile profile = facts.profile();
        double name = facts.sure(Meaning.REVISION);
        boolean number = profile.whole() && facts.column().lastName().matches("(?i)rev(ision)?");
        if (name < 7.5
                || facts.column().isList()
                || facts.ofCompany()
                || facts.inPerson()
                || !(number || profile.time().isPresent())) {
            return Optional.empty();
        }
        double score = name + profile.fill() + (facts.column().path().startsWith(inside) ? 1.5 : 0);
        return Optional.of(
                new Candidate(
                        facts,
                        score,
                        number ? "grows with an edit" : "changes with an edit, " + why(profile)));
    }

    /** A field that is empty in all records: by its name alone, and only if that is plain. */
    static Optional<Candidate> emptyRevision(Facts facts, String inside) {
        double name = facts.sure(Meaning.REVISION);
        if (name < 10 || facts.ofCompany() || facts.inPerson()) {
            return Optional.empty();
        }
        double score = name + (facts.column().path().startsWith(inside) ? 1.5 : -1.5);
        return Optional.of(new Candidate(facts, score, "empty in the sample, filled by an edit"));
    }

    private static boolean hasClock(Column column) {
        return column.texts().stream()
                .anyMatch(
                        text ->
                                text.contains(":")
                                        || text.length() < 6
                                        || text.matches("\\d{10,}"));
    }

    private static String why(Profile profile) {
        String formats =
                profile.time().map(time -> String.join(" or ", time.formats())).orElse("a number");
        boolean unsure = profile.time().map(TimeGuess::unsure).orElse(false);
        return formats
                + (unsure ? " (day and month may be the other way round)" : "")
                + (profile.fill() < 1
                        ? ", in " + profile.present() + " of " + profile.records()
                        : "");
    }
}
