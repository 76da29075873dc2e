package io.throughline.local.replay;

import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.model.DeadLetter;
import io.throughline.model.ProcessingStage;
import io.throughline.wire.Codecs;
import io.throughline.wire.ReplayMarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is written to send letters through the pipeline again: their envelope as it came, marked, or
 * their bytes where they were no envelope; and that each is on its way.
 */
final class Resubmission {

    private static final String CORRECTIONS = "corrections";
    private static final String UNDECODED = "kafka:";

    private Resubmission() {}

    /** Whether a letter failed behind the pipeline, so that only its document is to be written. */
    static boolean isOfIndex(DeadLetter letter) {
        return letter.stage() == ProcessingStage.INDEX;
    }

    /**
     * Which letters go with one envelope: those of the records of one that lies in {@code
     * feedback.raw}. Others go alone.
     */
    static String envelope(DeadLetter letter) {
        return letter.provenance().topic() == null
                ? letter.id()
                : letter.source()
                        + "\n"
                        + letter.provenance().sha256()
                        + "\n"
                        + letter.provenance().partition()
                        + "\n"
                        + letter.provenance().offset();
    }

    /**
     * The records of one envelope.
     *
     * @param whole one of the letters, with its bytes
     * @param submitted all of them, each with the replay that is on its way
     */
    static List<TopicWriter.Write> writes(DeadLetter whole, Collection<DeadLetter> submitted) {
        List<TopicWriter.Write> writes = new ArrayList<>();
        if (whole.source().equals(CORRECTIONS) && whole.headers().containsValue("correction")) {
            writes.add(new TopicWriter.Write(Topics.CORRECTIONS, whole.source(), whole.payload()));
        } else if (whole.provenance().origin().startsWith(UNDECODED)) {
            writes.add(new TopicWriter.Write(Topics.RAW, whole.source(), whole.payload()));
        } else {
            writes.add(
                    new TopicWriter.Write(
                            Topics.RAW,
                            whole.source(),
                            Codecs.RAW_ENVELOPE.encode(
                                    ReplayMarks.mark(whole.envelope(), submitted))));
        }
        submitted.forEach(letter -> writes.add(state(letter.bare())));
        return writes;
    }

    /** How a letter stands. */
    static TopicWriter.Write state(DeadLetter letter) {
        return new TopicWriter.Write(
                Topics.DEAD_LETTER, letter.source(), Codecs.DEAD_LETTER.encode(letter));
    }
}
