package io.throughline.measure;

import io.throughline.alert.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which terms one set of feedback uses more than another: the log-odds ratio with an informative
 * Dirichlet prior, in standard errors (B. L. Monroe, M. P. Colaresi, K. M. Quinn, "Fightin' Words:
 * Lexical Feature Selection and Evaluation for Identifying the Content of Political Conflict",
 * Political Analysis 16, 2008, 372–403, equations 15, 16, 18, 20 and 22).
 *
 * <p>With y counts of a term, n of all terms, in the window i and the baseline j, and a prior of α₀
 * pseudo-counts shared out by how often a term is in both together, α = α₀ · y / n:
 *
 * <pre>
 * δ = ln((yᵢ + α) / (nᵢ + α₀ − yᵢ − α)) − ln((yⱼ + α) / (nⱼ + α₀ − yⱼ − α))
 * σ² = 1 / (yᵢ + α) + 1 / (yⱼ + α),   ζ = δ / σ
 * </pre>
 *
 * <p>The prior is what keeps a term that was said twice today and never before from the top of the
 * list: its δ is large, its σ larger.
 */
public final class LogOdds {

    /** α₀ as in the paper: weighs as much as some fifty short texts. */
    static final double PRIOR = 500;

    /** Terms of fewer feedback are chance. */
    private static final long LEAST = 3;

    /** One-sided 2.5 %: nothing below this is called more. */
    private static final double LEAST_ZETA = Interval.TWO_SIDED_95;

    /** A pair that stands for this share of a word's feedback says all that the word says. */
    private static final double STANDS_FOR = 0.7;

    private LogOdds() {}

    /** ζ of one term: above 0 when the window uses it more. Counts are 0 or more. */
    public static double zeta(long inWindow, long window, long inBaseline, long baseline) {
        double prior = Math.min(PRIOR, (double) window + baseline);
        double alpha = prior * (inWindow + inBaseline) / Math.max(1.0, (double) window + baseline);
        double one = inWindow + alpha;
        double other = inBaseline + alpha;
        if (alpha <= 0 || one >= window + prior || other >= baseline + prior) {
            return 0;
        }
        double delta =
                Math.log(one / (window + prior - one))
                        - Math.log(other / (baseline + prior - other));
        return delta / Math.sqrt(1 / one + 1 / other);
    }

    /**
     * The terms that the window uses more than the baseline, the clearest first; ties by the term.
     * A word that nearly always stands in one pair is left out for the pair.
     *
     * @param window term to how many feedback of the window have it
     * @param baseline the same of the baseline, without the window
     * @param most length of the list
     */
    public static List<Term> top(Map<String, Long> window, Map<String, Long> baseline, int most) {
        return top(window, total(window), baseline, total(baseline), most);
    }

    /**
     * The same where not all terms are listed.
     *
     * @param windowTotal sum of the counts of all terms of the window, listed or not
     * @param baselineTotal the same of the baseline
     */
    public static List<Term> top(
            Map<String, Long> window,
            long windowTotal,
            Map<String, Long> baseline,
            long baselineTotal,
            int most) {
        Set<String> stoodFor = stoodFor(window);
        List<Term> terms = new ArrayList<>();
        window.forEach(
                (term, count) -> {
                    if (count < LEAST || stoodFor.contains(term)) {
                        return;
                    }
                    long before = baseline.getOrDefault(term, 0L);
                    double zeta = zeta(count, windowTotal, before, baselineTotal);
                    if (zeta >= LEAST_ZETA) {
                        terms.add(new Term(term, zeta, count));
                    }
                });
        terms.sort(Comparator.comparingDouble(Term::logOdds).reversed().thenComparing(Term::term));
        return List.copyOf(terms.subList(0, Math.min(most, terms.size())));
    }

    /** How many feedback have each term. */
    public static Map<String, Long> count(Iterable<List<String>> texts) {
        Map<String, Long> counts = new HashMap<>();
        for (List<String> terms : texts) {
            terms.forEach(term -> counts.merge(term, 1L, Long::sum));
        }
        return counts;
    }

    private static Set<String> stoodFor(Map<String, Long> window) {
        Set<String> words = new HashSet<>();
        window.forEach(
                (pair, count) -> {
                    int space = pair.indexOf(' ');
                    if (space > 0 && count >= LEAST) {
                        for (String word :
                                List.of(pair.substring(0, space), pair.substring(space + 1))) {
                            if (count >= STANDS_FOR * window.getOrDefault(word, 0L)) {
                                words.add(word);
                            }
                        }
                    }
                });
        return words;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
