package io.throughline.channels.scaffold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Chooses what the customer wrote: one column, a title and a body, or the answers to several open
 * questions. A column that repeats another one, as HTML beside plain text does, is left out, and of
 * translations one is enough.
 */
final class Texts {

    private static final int MOST = 6;

    /** Share of the best column's score that another one needs to be taken as well. */
    private static final double ALSO = 0.6;

    /** Share of the records in which a column that repeats another one does so. */
    private static final double REPEATS = 0.7;

    private static final Pattern TAG =
            Pattern.compile("</?(?:p|br|div|span|b|i|em|strong|a|ul|li|h[1-6])\\b[^>]*>");

    private static final Set<String> LANGUAGES =
            new TreeSet<>(Arrays.asList(Locale.getISOLanguages()));

    private Texts() {}

    static Finding choose(List<Facts> all) {
        List<Candidate> ranked =
                all.stream()
                        .flatMap(facts -> TextScore.of(facts).stream())
                        .filter(candidate -> candidate.score() > 3)
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .toList();
        List<Candidate> sure =
                ranked.stream().filter(one -> one.score() >= TextScore.ENOUGH).toList();
        if (sure.isEmpty()) {
            return Finding.none(Field.TEXT, ranked, "no column holds words that somebody wrote");
        }
        List<Candidate> taken = new ArrayList<>();
        for (Candidate candidate : sure) {
            boolean title = TextScore.title(candidate.facts());
            if ((title || candidate.score() >= ALSO * sure.get(0).score())
                    && taken.size() < MOST
                    && taken.stream().noneMatch(other -> same(other, candidate))) {
                taken.add(candidate);
            }
        }
        taken.sort(
                Comparator.comparing((Candidate one) -> !TextScore.title(one.facts()))
                        .thenComparing(one -> all.indexOf(one.facts())));
        List<Candidate> others = new ArrayList<>(ranked);
        others.removeAll(taken);
        return new Finding(Field.TEXT, taken, others, note(taken));
    }

    private static String note(List<Candidate> taken) {
        if (taken.size() < 2) {
            return "";
        }
        return translations(taken)
                ? "one text in several languages: the first that is there"
                : taken.size() + " columns, a line each";
    }

    /** The expression for a column: what holds tags is read as HTML. */
    static String expression(Candidate candidate) {
        List<String> texts = candidate.column().texts();
        long marked = texts.stream().filter(text -> TAG.matcher(text).find()).count();
        return 2 * marked > texts.size() ? "html(" + candidate.path() + ")" : candidate.path();
    }

    /** Whether the columns are called alike but for a language at the end. */
    static boolean translations(List<Candidate> columns) {
        Set<String> stems = new TreeSet<>();
        for (Candidate candidate : columns) {
            String words = Names.words(candidate.column().lastName());
            int space = words.lastIndexOf(' ');
            if (space < 0 || !LANGUAGES.contains(words.substring(space + 1))) {
                return false;
            }
            stems.add(words.substring(0, space));
        }
        return columns.size() > 1 && stems.size() == 1;
    }

    private static boolean same(Candidate one, Candidate other) {
        Column a = one.column();
        Column b = other.column();
        int both = 0;
        int same = 0;
        for (int i = 0; i < a.values().size(); i++) {
            if (a.text(i) != null && b.text(i) != null) {
                both++;
                String first = plain(a.text(i));
                String second = plain(b.text(i));
                same += first.contains(second) || second.contains(first) ? 1 : 0;
            }
        }
        return both > 0 && same >= REPEATS * both;
    }

    private static String plain(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("&[a-z0-9#]{2,8};", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
