package io.throughline.taggers.stage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that some texts have more often than all do. */
final class CommonWords {

    private static final int LEAST_TEXTS = 2;

    private final Map<String, Integer> all = new HashMap<>();
    private final int texts;

    CommonWords(List<AdvisedText> texts) {
        this.texts = texts.size();
        texts.forEach(
                text -> roots(text).keySet().forEach(root -> all.merge(root, 1, Integer::sum)));
    }

    /** The words that tell the texts from all others best, as one of the texts writes them. */
    List<String> of(List<AdvisedText> some, int most) {
        Map<String, Integer> here = new HashMap<>();
        Map<String, String> written = new HashMap<>();
        for (AdvisedText text : some) {
            roots(text)
                    .forEach(
                            (root, word) -> {
                                here.merge(root, 1, Integer::sum);
                                written.merge(root, word, CommonWords::plainer);
                            });
        }
        return here.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_TEXTS)
                .sorted(
                        Comparator.comparingDouble(
                                        (Map.Entry<String, Integer> entry) ->
                                                -worth(entry, some.size()))
                                .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(entry -> written.get(entry.getKey()))
                .toList();
    }

    private double worth(Map.Entry<String, Integer> entry, int some) {
        double here = entry.getValue() / (double) some;
        double overall = all.getOrDefault(entry.getKey(), 1) / (double) texts;
        return here * StrictMath.log(here / overall + 1);
    }

    private static String plainer(String one, String other) {
        return one.length() < other.length()
                        || one.length() == other.length() && one.compareTo(other) <= 0
                ? one
                : other;
    }

    private static Map<String, String> roots(AdvisedText text) {
        String lower = text.lower();
        Map<String, String> roots = new HashMap<>();
        for (StageWords.Word word : StageWords.words(lower)) {
            String written = lower.substring(word.start(), word.end());
            roots.merge(word.root(), written, CommonWords::plainer);
        }
        return roots;
    }
}
