package io.throughline.taggers.evaluate.cases;

import io.throughline.taggers.evaluate.cases.LanguageCaseResult.Failure;
import io.throughline.taggers.evaluate.cases.LanguageCaseResult.Passed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pass rates by category and engine, and every case that fails, as Markdown. */
public final class LanguageCaseTable {

    private LanguageCaseTable() {}

    /** The table and the list. */
    public static String markdown(List<LanguageCaseResult> results) {
        StringBuilder out = new StringBuilder("| category | cases |");
        results.forEach(result -> out.append(' ').append(result.engine()).append(" |"));
        out.append("\n|---|---:|").append("---:|".repeat(results.size())).append('\n');
        results.get(0)
                .categories()
                .forEach((category, passed) -> out.append(row(category, passed.all(), results)));
        out.append(row(null, results.get(0).total().all(), results));
        out.append("\n## What fails\n");
        failures(results)
                .forEach(
                        (category, cases) -> {
                            out.append("\n**").append(category).append("**\n\n");
                            cases.forEach(
                                    (name, given) ->
                                            out.append("- ")
                                                    .append(name)
                                                    .append(": ")
                                                    .append(given)
                                                    .append('\n'));
                        });
        return out.toString();
    }

    /** A line of the table; of all categories when {@code category} is null. */
    private static String row(String category, int cases, List<LanguageCaseResult> results) {
        StringBuilder out = new StringBuilder("| ");
        out.append(category == null ? "**all**" : category).append(" | ").append(cases);
        for (LanguageCaseResult result : results) {
            Passed passed = category == null ? result.total() : result.categories().get(category);
            out.append(" | ").append(percent(passed));
        }
        return out.append(" |\n").toString();
    }

    private static String percent(Passed passed) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * passed.passed() / passed.all());
    }

    /** By category, by case: what was expected and what the engines said instead. */
    private static Map<String, Map<String, String>> failures(List<LanguageCaseResult> results) {
        Map<String, Map<String, String>> failures = new LinkedHashMap<>();
        for (String category : results.get(0).categories().keySet()) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            Map<String, String> expected = new LinkedHashMap<>();
            for (LanguageCaseResult result : results) {
                for (Failure failure : result.failures()) {
                    if (failure.category().equals(category)) {
                        expected.put(failure.name(), failure.expected());
                        given.computeIfAbsent(failure.name(), name -> new ArrayList<>())
                                .add(failure.given() + " (" + result.engine() + ")");
                    }
                }
            }
            if (!given.isEmpty()) {
                failures.put(
                        category,
                        given.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry ->
                                                        expected.get(entry.getKey())
                                                                + ", not "
                                                                + String.join(
                                                                        ", ", entry.getValue()),
                                                (one, other) -> one,
                                                TreeMap::new)));
            }
        }
        return failures;
    }
}
