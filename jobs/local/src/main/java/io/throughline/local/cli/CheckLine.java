package io.throughline.local.cli;

import io.throughline.conformance.CheckResult;
import io.throughline.conformance.bench.Verdict;
import io.throughline.json.JsonWriter;

/** A result of a check on a line, for people or for programs. */
final class CheckLine {

    private static final String INDENT = "\n           ";

    private CheckLine() {}

    /** {@code PASS}, {@code FAIL} or {@code n/a}, number, title, and the reason below. */
    static String text(CheckResult result) {
        Verdict verdict = result.verdict();
        return String.format("%-4s  %2d  ", word(verdict), result.check().number())
                + result.check().title()
                + detail(verdict);
    }

    /** The same as one JSON object. */
    static String json(CheckResult result) {
        Verdict verdict = result.verdict();
        return JsonWriter.object(
                out ->
                        out.number("check", result.check().number())
                                .text("name", result.check().name())
                                .text("title", result.check().title())
                                .text("result", word(verdict))
                                .text("reason", reason(verdict)));
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Passed) {
            return "PASS";
        }
        return verdict instanceof Verdict.Failed ? "FAIL" : "n/a";
    }

    private static String detail(Verdict verdict) {
        return verdict instanceof Verdict.Failed failed
                ? INDENT + failed.message().replace("\n", INDENT)
                : " (" + reason(verdict) + ")";
    }

    private static String reason(Verdict verdict) {
        if (verdict instanceof Verdict.Passed passed) {
            return passed.tried();
        }
        return verdict instanceof Verdict.Failed failed
                ? failed.message()
                : ((Verdict.NotApplicable) verdict).why();
    }
}
