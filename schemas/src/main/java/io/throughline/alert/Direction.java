package io.throughline.alert;

import java.util.Locale;

/** Which way a stage left its baseline. */
public enum Direction {
    /** Sentiment worsens: the negative share rises. */
    DROP,
    /** Sentiment improves: the negative share falls. */
    RISE,
    /** Far more feedback than expected. */
    VOLUME_SURGE,
    /** Far less feedback than expected. */
    VOLUME_COLLAPSE;

    /** The name on the wire and in documents, e.g. {@code volume-surge}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Id of the rule that finds changes in this direction. */
    public String rule() {
        return switch (this) {
            case DROP -> "sentiment-drop";
            case RISE -> "sentiment-rise";
            case VOLUME_SURGE, VOLUME_COLLAPSE -> id();
        };
    }
}
