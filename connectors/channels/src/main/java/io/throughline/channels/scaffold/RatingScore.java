package io.throughline.channels.scaffold;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scores a column as a rating and finds its scale. A sample seldom holds the whole scale, so the
 * name of the rating goes before the numbers in it, as far as these allow it.
 */
final class RatingScore {

    static final double ENOUGH = 6;

    private static final int PERCENT = 100;

    private static final Pattern RANGE =
            Pattern.compile(
                    "(?<![\\w.])(-?\\d{1,3})\\s*(?:-|–|\\bto\\b|\\bbis\\b)\\s*(\\d{1,3})(?![\\w.])");

    private RatingScore() {}

    /** The least and the greatest rating, and how that is known. */
    record Scale(double min, double max, String why) {}

    static Optional<Candidate> of(Facts facts, boolean votes) {
        Profile profile = facts.profile();
        if (!profile.numeric() && WordScale.of(facts.column().texts()).isPresent()) {
            return words(facts);
        }
        if (!profile.numeric()
                || facts.column().isList()
                || profile.least() < -PERCENT
                || profile.most() > PERCENT
                || facts.ofCompany()) {
            return Optional.empty();
        }
        double name = facts.sure(Meaning.RATING);
        double count = facts.sure(Meaning.COUNT);
        if (name < 3.5 || count > name || (votes && name <= 8)) {
            return Optional.empty();
        }
        double score = name - 0.3 * facts.depth() + 2 * profile.fill();
        score -= count >= 6 ? 4 : 0;
        score -= facts.sure(Meaning.PART) >= 5 ? 3 : 0;
        score += profile.whole() && profile.least() >= 0 && profile.most() <= 10 ? 2 : 0;
        score -= profile.most() > 10 ? 1 : 0;
        score -= facts.inPerson() ? 4 : 0;
        return Optional.of(new Candidate(facts, score, ""));
    }

    private static Optional<Candidate> words(Facts facts) {
        double name = facts.sure(Meaning.RATING);
        return name < 3.5 || facts.ofCompany() || facts.sure(Meaning.COUNT) > name
                ? Optional.empty()
                : Optional.of(new Candidate(facts, name + 2 * facts.profile().fill(), ""));
    }

    /** The finding, which says the scale. */
    static Finding explained(Finding rating, List<Facts> all) {
        if (!rating.found()) {
            return rating;
        }
        Scale scale = scale(rating.first().facts(), all);
        String note = plain(scale.min()) + " to " + plain(scale.max()) + ": " + scale.why();
        return new Finding(rating.field(), rating.chosen(), rating.others(), note);
    }

    /** Where others vote, a score is how many did. */
    static boolean votes(List<Facts> all) {
        return all.stream()
                .map(facts -> Names.words(facts.column().lastName()))
                .anyMatch(
                        name ->
                                name.matches(
                                        "(ups|upvotes|downs|downvotes|likes|num comments|.*replies count|like count)"));
    }

    /** The scale of a rating. */
    static Scale scale(Facts facts, List<Facts> all) {
        Profile profile = facts.profile();
        Optional<WordScale> words =
                profile.numeric() ? Optional.empty() : WordScale.of(facts.column().texts());
        if (words.isPresent()) {
            return new Scale(1, words.get().most(), "words, the worst first: check the others");
        }
        Optional<Double> said = saidBeside(facts, all);
        if (said.isPresent()) {
            double max = said.get();
            double min = profile.least() < 1 || max >= 10 && max != 10 ? 0 : 1;
            return new Scale(Math.min(min, profile.least()), max, "the scale stands beside it");
        }
        Optional<Scale> named =
                named(facts.column().name() + " " + facts.column().question(), profile);
        if (named.isPresent()) {
            return named.get();
        }
        String name = Names.words(facts.column().name() + " " + facts.column().question());
        if (name.matches(
                        ".*\\b(nps|likelihood to recommend|ltr|how likely|weiterempfehlung|recommend)\\b.*")
                && profile.least() >= 0
                && profile.most() <= 10
                && profile.whole()) {
            return new Scale(0, 10, "NPS is 0 to 10");
        }
        if (name.matches(".*\\b(ces|effort)\\b.*") && profile.least() >= 1 && profile.most() <= 7) {
            return new Scale(1, 7, "CES is mostly 1 to 7: check it");
        }
        return byNumbers(profile);
    }

    /** As {@code Score (0-4)} and {@code 1 to 7} say it, where the numbers seen fit. */
    private static Optional<Scale> named(String name, Profile profile) {
        Matcher range = RANGE.matcher(name);
        while (range.find()) {
            double min = Double.parseDouble(range.group(1));
            double max = Double.parseDouble(range.group(2));
            if (min <= 1 && max > min && profile.least() >= min && profile.most() <= max) {
                return Optional.of(new Scale(min, max, "its name says so"));
            }
        }
        return Optional.empty();
    }

    private static Scale byNumbers(Profile profile) {
        double least = profile.least();
        double most = profile.most();
        if (least < 0) {
            double bound =
                    most <= 1 && least >= -1
                            ? 1
                            : most <= 5 && least >= -5
                                    ? 5
                                    : most <= 10 && least >= -10 ? 10 : PERCENT;
            return new Scale(-bound, bound, seen(profile));
        }
        if (most <= 1 && !profile.whole() || most <= 1 && least == 0) {
            return new Scale(0, 1, seen(profile));
        }
        if (most <= 5) {
            return new Scale(least < 1 ? 0 : 1, 5, seen(profile));
        }
        if (most <= 10) {
            double max = most <= 7 && profile.present() >= 20 ? 7 : 10;
            return new Scale(
                    least < 1 || max == 10 && profile.present() < 20 && least > 1 ? 0 : 1,
                    max,
                    seen(profile));
        }
        return new Scale(0, PERCENT, seen(profile));
    }

    private static String seen(Profile profile) {
        return "seen "
                + plain(profile.least())
                + (profile.least() == profile.most() ? "" : " to " + plain(profile.most()));
    }

    /** A number that is the same in every record, called max or the like, in the same object. */
    private static Optional<Double> saidBeside(Facts rating, List<Facts> all) {
        String parent = parent(rating.column().path());
        return all.stream()
                .filter(other -> other != rating && parent(other.column().path()).equals(parent))
                .filter(other -> other.sure(Meaning.SCALE) >= 8 && other.profile().numeric())
                .filter(other -> other.profile().distinct() == 1)
                .map(other -> other.profile().most())
                .filter(max -> max >= rating.profile().most() && max <= PERCENT && max > 1)
                .findFirst();
    }

    static String parent(String path) {
        int dot = Math.max(path.lastIndexOf('.'), path.lastIndexOf("['"));
        return dot < 0 ? path : path.substring(0, dot);
    }

    static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
