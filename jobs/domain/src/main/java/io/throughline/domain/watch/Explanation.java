package io.throughline.domain.watch;

import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Term;
import io.throughline.domain.rollup.TextHash;
import io.throughline.domain.terms.Terms;
import io.throughline.measure.LogOdds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Terms and verbatims of an alert. For a drop they are of negative feedback and compared with
 * earlier negative feedback, so that they say what customers are angry about now and not that they
 * are; for a rise of positive feedback, for volume of all.
 *
 * @param terms strongest first
 * @param verbatims at most {@value #MOST_VERBATIMS}, of different authors and words (what is short
 *     may be many people's own and counts each time, but shown it tells nothing twice), from
 *     channels in proportion to what they contribute, strongest terms first
 */
record Explanation(List<Term> terms, List<Evidence> verbatims) {

    static final int MOST_TERMS = 8;
    static final int MOST_VERBATIMS = 5;
    private static final int NEGATIVE = 0;
    private static final int POSITIVE = 2;

    /** A verbatim, and how much of what is said it says. */
    private record Candidate(Said said, double strength) {

        static final Comparator<Candidate> ORDER =
                Comparator.comparingDouble(Candidate::strength)
                        .thenComparing(Candidate::said, Said.ORDER)
                        .reversed();
    }

    /**
     * @param since what was said since the onset
     * @param before what was said before it
     */
    static Explanation of(
            Direction direction, List<Said> since, List<Said> before, List<Driver> drivers) {
        List<Said> now = since.stream().filter(said -> shows(direction, said)).toList();
        List<Said> then = before.stream().filter(said -> shows(direction, said)).toList();
        List<List<String>> words = now.stream().map(Explanation::terms).toList();
        List<Term> terms =
                LogOdds.top(
                        LogOdds.count(words),
                        LogOdds.count(then.stream().map(Explanation::terms).toList()),
                        MOST_TERMS);
        return new Explanation(terms, verbatims(now, words, terms, drivers));
    }

    private static boolean shows(Direction direction, Said said) {
        return switch (direction) {
            case DROP -> said.label() == NEGATIVE;
            case RISE -> said.label() == POSITIVE;
            case VOLUME_SURGE, VOLUME_COLLAPSE -> true;
        };
    }

    private static List<String> terms(Said said) {
        return Terms.of(said.text(), said.language());
    }

    private static List<Evidence> verbatims(
            List<Said> now, List<List<String>> words, List<Term> terms, List<Driver> drivers) {
        Map<String, Double> strengths = new HashMap<>();
        terms.forEach(term -> strengths.put(term.term(), term.logOdds()));
        Map<String, List<Candidate>> byChannel = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            double strength =
                    words.get(i).stream()
                            .mapToDouble(word -> strengths.getOrDefault(word, 0.0))
                            .sum();
            byChannel
                    .computeIfAbsent(now.get(i).channel(), channel -> new ArrayList<>())
                    .add(new Candidate(now.get(i), strength));
        }
        byChannel.values().forEach(candidates -> candidates.sort(Candidate.ORDER));
        return pick(byChannel, drivers).stream()
                .sorted(Candidate.ORDER)
                .map(Candidate::said)
                .map(
                        said ->
                                new Evidence(
                                        said.id(),
                                        said.channel(),
                                        said.occurredAt(),
                                        said.text(),
                                        said.url()))
                .toList();
    }

    /** One after the other, each from the channel that lags farthest behind its part. */
    private static List<Candidate> pick(
            Map<String, List<Candidate>> byChannel, List<Driver> drivers) {
        Map<String, Double> parts = parts(drivers);
        Map<String, Integer> given = new HashMap<>();
        Set<String> authors = new HashSet<>();
        Set<String> texts = new HashSet<>();
        List<Candidate> picked = new ArrayList<>();
        while (picked.size() < MOST_VERBATIMS) {
            String next =
                    byChannel.entrySet().stream()
                            .filter(channel -> !channel.getValue().isEmpty())
                            .map(Map.Entry::getKey)
                            .max(
                                    Comparator.<String>comparingDouble(
                                                    channel ->
                                                            parts.getOrDefault(channel, 0.0)
                                                                    / (1
                                                                            + given.getOrDefault(
                                                                                    channel, 0)))
                                            .thenComparing(Comparator.reverseOrder()))
                            .orElse(null);
            if (next == null) {
                break;
            }
            Candidate candidate = byChannel.get(next).remove(0);
            Said said = candidate.said();
            if (!authors.contains(said.author()) && texts.add(TextHash.plain(said.text()))) {
                if (said.author() != null) {
                    authors.add(said.author());
                }
                picked.add(candidate);
                given.merge(next, 1, Integer::sum);
            }
        }
        return picked;
    }

    /** Contributions in the direction of the whole; those against it count as none. */
    private static Map<String, Double> parts(List<Driver> drivers) {
        double whole = drivers.stream().mapToDouble(Driver::contribution).sum();
        Map<String, Double> parts = new HashMap<>();
        drivers.forEach(
                driver ->
                        parts.put(
                                driver.channel(),
                                Math.max(0, driver.contribution() * Math.signum(whole))));
        return parts;
    }
}
