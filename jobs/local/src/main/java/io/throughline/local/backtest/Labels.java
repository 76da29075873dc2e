package io.throughline.local.backtest;

import io.throughline.domain.rollup.Contribution;
import io.throughline.model.SentimentLabel;
import io.throughline.yaml.Nearest;
import java.util.List;
import java.util.Locale;

/** Labels as a history writes them. */
final class Labels {

    private static final String ABSTAINED = "abstained";
    private static final List<String> KNOWN = List.of("negative", "neutral", "positive", ABSTAINED);
    private static final long MICROS = 1_000_000;

    private Labels() {}

    /**
     * As in {@link Contribution#label}.
     *
     * @param text null or empty when nobody knows: the item counts for the volume alone
     */
    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    static int read(String text) {
        if (text == null || text.isBlank()) {
            return Contribution.ABSTAINED;
        }
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.equals(ABSTAINED)) {
            return Contribution.ABSTAINED;
        }
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label.id().equals(name)) {
                return label.ordinal();
            }
        }
        throw BadLineException.invalid(
                HistoryColumns.LABEL, "'" + text + "' is no label" + Nearest.hint(text, KNOWN));
    }

    /** The score of a label that comes without one. */
    @SuppressWarnings("EnumOrdinal")
    static long scoreMicros(int label) {
        if (label == SentimentLabel.NEGATIVE.ordinal()) {
            return -MICROS;
        }
        return label == SentimentLabel.POSITIVE.ordinal() ? MICROS : 0;
    }
}
