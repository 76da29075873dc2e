package io.throughline.notify.message;

import io.throughline.alert.DataFault;
import java.util.Arrays;

/** Says what is wrong with the data. */
final class Faults {

    private static final int LONGEST = 80;

    private Faults() {}

    /** The fault of an id such as {@code channel-stalled}, which may have more after a space. */
    static String said(String fault) {
        return Arrays.stream(DataFault.Kind.values())
                .filter(kind -> fault.equals(kind.id()))
                .findFirst()
                .map(Faults::said)
                .orElseGet(() -> "a fault in the data, " + Plain.line(fault, LONGEST));
    }

    private static String said(DataFault.Kind kind) {
        return switch (kind) {
            case CHANNEL_STALLED -> "a channel brings nothing, or far less than it should";
            case ABSTENTION_JUMP -> "the tagger abstains far more often than before";
            case UNASSIGNED_JUMP -> "far more feedback than before fits no stage";
            case LANGUAGE_JUMP -> "the mix of languages changed";
            case MODEL_CHANGE -> "another sentiment model judges since then";
            case MAP_CHANGE -> "another version of the journey map sorts since then";
            case DEAD_LETTERS -> "far more records than before cannot be read";
        };
    }
}
