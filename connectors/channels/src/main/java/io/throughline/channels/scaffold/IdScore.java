package io.throughline.channels.scaffold;

import java.util.Optional;

/**
 * Scores a column as the identity of a record. Values tell what names cannot: an identity that two
 * records share is none, and neither is anything that somebody wrote.
 */
final class IdScore {

    /** Below this, no column is taken. */
    static final double ENOUGH = 5;

    private static final int LONGEST = 200;
    private static final int SCALE = 100;

    private IdScore() {}

    /**
     * The score of a column.
     *
     * @param setting what stands around it
     */
    static Optional<Candidate> of(Facts facts, Setting setting) {
        Profile profile = facts.profile();
        boolean number = profile.numeric() && !profile.whole();
        boolean time = profile.time().isPresent() && !profile.whole();
        boolean rating =
                profile.numeric()
                        && profile.most() <= SCALE
                        && !(profile.unique() && profile.records() > 11)
                        && Names.sure(Meaning.ID, facts.column().lastName()) < 8;
        boolean clock = profile.time().isPresent() && facts.sure(Meaning.TIME) >= 7;
        if (facts.inList()
                || facts.answer()
                || facts.column().isList()
                || profile.words() > 2
                || profile.length() > LONGEST
                || number
                || time
                || rating
                || clock
                || Profile.emails(facts.column())
                || Profile.phones(facts.column())) {
            return Optional.empty();
        }
        double name = facts.sure(Meaning.ID);
        double other = Math.max(facts.sure(Meaning.OTHER), facts.sure(Meaning.AUTHOR));
        double score = name - 0.7 * facts.depth();
        if (other >= 6 && other + 0.1 >= name) {
            score -= 8;
        }
        if (facts.inPerson() || facts.ofCompany()) {
            score -= 8;
        }
        boolean uuid = Profile.uuids(facts.column());
        score += uuid ? 3 : name == 0 ? -4 : 0;
        score += Profile.links(facts.column()) ? -4 : 0;
        score += facts.column().path().startsWith(setting.inside()) ? 2.5 : 0;
        score += setting.subject(facts.column()) ? 1.5 : 0;
        score += values(profile);
        return Optional.of(new Candidate(facts, score, why(profile, name, uuid)));
    }

    private static double values(Profile profile) {
        if (profile.records() < 2) {
            return 0;
        }
        if (profile.unique()) {
            return 4;
        }
        return profile.distinct() < profile.present() ? -9 : -4;
    }

    private static String why(Profile profile, double name, boolean uuid) {
        String named = name >= 8 ? "named like an id" : uuid ? "looks like an id" : "";
        String value =
                profile.records() < 2
                        ? ""
                        : profile.unique()
                                ? "its own in each of " + profile.records() + " records"
                                : profile.distinct() + " different in " + profile.records();
        return named.isEmpty() ? value : value.isEmpty() ? named : named + ", " + value;
    }
}
