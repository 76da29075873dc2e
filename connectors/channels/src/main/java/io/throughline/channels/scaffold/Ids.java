package io.throughline.channels.scaffold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the identity of a record: a column, two of them together, or the record's content. */
final class Ids {

    private static final int TRIED = 6;

    private Ids() {}

    static Finding choose(List<Facts> all, int records, Setting setting, boolean editable) {
        List<Candidate> ranked =
                all.stream()
                        .flatMap(facts -> IdScore.of(facts, setting).stream())
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .toList();
        List<Candidate> fit =
                ranked.stream()
                        .filter(one -> one.score() >= IdScore.ENOUGH)
                        .filter(one -> one.facts().profile().present() == records)
                        .filter(one -> editable || one.facts().profile().unique())
                        .toList();
        if (!fit.isEmpty()) {
            return finding(List.of(fit.get(0)), ranked, "");
        }
        for (List<Candidate> pair : pairs(ranked)) {
            if (records > 2 && unique(pair, records)) {
                return finding(pair, ranked, "one alone is not unique, the two together are");
            }
        }
        return Finding.none(
                Field.NATURAL_ID,
                ranked,
                "no column tells the records apart, so the content does: an edit makes a new one");
    }

    private static Finding finding(List<Candidate> chosen, List<Candidate> ranked, String note) {
        List<Candidate> others =
                ranked.stream()
                        .filter(one -> !chosen.contains(one) && one.score() > 2)
                        .limit(5)
                        .toList();
        return new Finding(Field.NATURAL_ID, chosen, others, note);
    }

    /** Only of what is named like an id: any two columns are unique if there are enough values. */
    private static List<List<Candidate>> pairs(List<Candidate> ranked) {
        List<Candidate> named =
                ranked.stream()
                        .filter(
                                one ->
                                        one.facts().sure(Meaning.ID) >= 8
                                                || one.facts().sure(Meaning.OTHER) >= 9)
                        .limit(TRIED)
                        .toList();
        List<List<Candidate>> pairs = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                pairs.add(List.of(named.get(i), named.get(j)));
            }
        }
        return pairs;
    }

    private static boolean unique(List<Candidate> pair, int records) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < records; i++) {
            String first = pair.get(0).column().text(i);
            String second = pair.get(1).column().text(i);
            if (first == null || second == null || !seen.add(first + "/" + second)) {
                return false;
            }
        }
        return true;
    }
}
