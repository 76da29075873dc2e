package io.throughline.pipeline;

import io.throughline.model.DeadLetter;
import io.throughline.model.Tally;
import io.throughline.pipeline.figures.Work;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** What every step can put out beside its records. */
public final class SideOutputs {

    /** Records that could not go on. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", WireKind.DEAD_LETTER_TYPE);

    /** Changes of the counts of a channel. */
    public static final OutputTag<Tally> TALLIES = new OutputTag<>("tallies", WireKind.TALLY_TYPE);

    /** What was done, for the figures of the job. */
    public static final OutputTag<Work> WORK =
            new OutputTag<>("work", TypeInformation.of(Work.class));

    private SideOutputs() {}
}
