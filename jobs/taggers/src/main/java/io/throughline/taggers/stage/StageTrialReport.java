package io.throughline.taggers.stage;

import java.util.List;
import java.util.Locale;

/**
 * How well each way of telling stages agrees with people.
 *
 * @param journey map that was tried
 * @param texts that have a label
 * @param unlabelled texts that have none; they are part of the stream
 * @param unassigned of these, texts labelled as of no stage: no way abstains here, so none could be
 *     right on them
 * @param encoder that made the embeddings
 * @param results by way, simplest first
 */
public record StageTrialReport(
        String journey,
        int texts,
        int unlabelled,
        int unassigned,
        String encoder,
        List<Result> results) {

    /**
     * One way.
     *
     * @param way name
     * @param texts it was tried on: those whose labels it did not learn from
     * @param accuracy over all of them, 0 to 1; nothing is abstained on; as the figures after it
     *     null when there are no texts
     * @param macroF1 mean over the stages that have texts, 0 to 1
     * @param curve accuracy of the surest part
     * @param calibrationError expected, over ten bins of confidence, 0 to 1
     */
    public record Result(
            String way,
            int texts,
            Double accuracy,
            Double macroF1,
            List<Point> curve,
            Double calibrationError) {}

    /** Accuracy of the surest texts: {@code coverage} is their share, 0 to 1. */
    public record Point(double coverage, double accuracy) {}

    /** As people read it. */
    public String table() {
        StringBuilder out = new StringBuilder();
        out.append(
                String.format(
                        Locale.ROOT,
                        "%s: %,d texts with a label, %,d without%s; %s%n%n%-44s %7s  %8s %8s  %s%n",
                        journey,
                        texts,
                        unlabelled,
                        unassigned == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        " (%,d of these labelled as of no stage, and left out)",
                                        unassigned),
                        encoder,
                        "",
                        "texts",
                        "accuracy",
                        "macro-F1",
                        "surest 90 %  80 %  60 %  40 %   calibration error"));
        for (Result result : results) {
            if (result.texts() == 0) {
                out.append(
                        String.format(
                                Locale.ROOT, "%-44s %7d  %8s%n", result.way(), 0, "no texts"));
                continue;
            }
            out.append(
                    String.format(
                            Locale.ROOT,
                            "%-44s %,7d  %8.3f %8.3f         %.3f  %.3f %.3f %.3f   %.3f%n",
                            result.way(),
                            result.texts(),
                            result.accuracy(),
                            result.macroF1(),
                            result.curve().get(0).accuracy(),
                            result.curve().get(1).accuracy(),
                            result.curve().get(2).accuracy(),
                            result.curve().get(3).accuracy(),
                            result.calibrationError()));
        }
        return out.toString();
    }
}
