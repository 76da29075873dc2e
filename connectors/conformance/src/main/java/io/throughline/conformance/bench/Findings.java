package io.throughline.conformance.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check tries and what goes wrong, until it has its verdict. */
public final class Findings {

    private static final int SHOWN = 5;

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> tried = new LinkedHashMap<>();

    /** Counts one trial of a kind, e.g. {@code edits}. */
    public void tried(String kind) {
        tried(kind, 1);
    }

    /** Counts trials of a kind. */
    public void tried(String kind, int times) {
        if (times > 0) {
            tried.merge(kind, times, Integer::sum);
        }
    }

    /** Whether something was tried. */
    public boolean any() {
        return !tried.isEmpty();
    }

    /**
     * Notes that something went wrong.
     *
     * @param where fixture, record and value
     * @param expected what was due
     * @param got what came
     * @param advice what to do about it
     */
    public void problem(String where, String expected, String got, String advice) {
        problems.add(where + ": expected " + expected + ", got " + got + ". " + advice);
    }

    /** Whether something went wrong. */
    public boolean failed() {
        return !problems.isEmpty();
    }

    /** Passed or failed; when nothing was tried the given verdict. */
    public Verdict verdict(Verdict untried) {
        if (!problems.isEmpty()) {
            String more =
                    problems.size() > SHOWN
                            ? "\n… and " + (problems.size() - SHOWN) + " more of this"
                            : "";
            return new Verdict.Failed(
                    problems.stream().limit(SHOWN).collect(Collectors.joining("\n")) + more);
        }
        if (!any()) {
            return untried;
        }
        return new Verdict.Passed(
                tried.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", ")));
    }

    /** What a check says that needs a record and finds none. */
    public static Verdict noFeedback() {
        return new Verdict.Failed(
                "no record of any fixture becomes feedback, so nothing can be tried: add a payload"
                        + " that does, as the source sends it, to fixtures/");
    }
}
