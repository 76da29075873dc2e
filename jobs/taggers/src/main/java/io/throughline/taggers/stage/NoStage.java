package io.throughline.taggers.stage;

import io.throughline.model.StageSignal;
import java.util.Locale;
import java.util.Set;

/**
 * How people write that feedback belongs to no stage: as roll-ups name it, or as corrections do. It
 * is not the same as an empty label, by which nobody said anything.
 */
public final class NoStage {

    /** As corrections name it. */
    public static final String NONE = "none";

    private static final Set<String> LABELS = Set.of(StageSignal.UNASSIGNED, NONE);

    private NoStage() {}

    /** Whether a label, in any case, says so. */
    public static boolean isNamedBy(String label) {
        return LABELS.contains(label.toLowerCase(Locale.ROOT));
    }
}
