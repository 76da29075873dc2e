package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.StageSignal;
import io.throughline.model.StageSignal.TermCount;

/**
 * The document of a stage's roll-up of a minute, an hour or a day ({@code windowSeconds}). Holds
 * only facts that merge by adding, so that an aggregation over any span gives net sentiment, mean
 * and deviation exactly: net sentiment is 100 · (positive − negative) / (count − abstained), the
 * mean is scoreSum / (count − abstained). Whoever adds up asks for one {@code windowSeconds},
 * without {@code segment}, and either for {@code channel: all} or for everything else.
 */
public final class SignalDocument {

    /** Alias of all monthly indices. */
    public static final String ALIAS = "cx-signals";

    private static final double MICROS = 1e6;

    private SignalDocument() {}

    /** {@code cx-signals-YYYY-MM}, of the month in which the window starts, in UTC. */
    public static String index(StageSignal signal) {
        return Documents.monthly(ALIAS, signal.windowStart());
    }

    /** The same for the same journey, stage, channel and window. */
    public static String id(StageSignal signal) {
        return Documents.id(signal.id());
    }

    /** External version: grows with every change of the window. */
    public static long version(StageSignal signal) {
        return signal.change();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(StageSignal signal) {
        return Documents.encode(out -> write(out, signal));
    }

    private static void write(JsonWriter out, StageSignal signal) {
        out.text("journey", signal.journey())
                .text("stage", signal.stage())
                .text("channel", signal.channel())
                .text("segment", signal.segment())
                .time("windowStart", signal.windowStart())
                .time("windowEnd", signal.windowStart().plus(signal.window()))
                .number("windowSeconds", signal.window().toSeconds())
                .number("change", signal.change())
                .number("count", signal.count())
                .number("negative", signal.negative())
                .number("neutral", signal.neutral())
                .number("positive", signal.positive())
                .number("abstained", signal.abstained())
                .number("weightSum", signal.weightMicros() / MICROS)
                .number("scoreSum", signal.scoreMicros() / MICROS)
                .number("squaredScoreSum", signal.squaredScoreMicros() / MICROS)
                .numbers("scoreHistogram", signal.scoreHistogram())
                .number("rated", signal.ratings().rated())
                .number("ratedHighSaidNegative", signal.ratings().highButNegative())
                .number("ratedLowSaidPositive", signal.ratings().lowButPositive())
                .number("authors", signal.authors())
                .binary("authorSketch", signal.authorSketch());
        if (signal.terms().total() > 0) {
            out.number("termTotal", signal.terms().total())
                    .objects("terms", signal.terms().most(), SignalDocument::write);
        }
    }

    private static void write(JsonWriter out, TermCount term) {
        out.text("term", term.term()).number("count", term.count());
    }
}
