package io.throughline.taggers.teacher;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Hashes;
import io.throughline.taggers.student.TurnRollUp;
import io.throughline.taggers.text.CustomerTurns;
import io.throughline.taggers.text.CustomerTurns.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The slow, accurate judge of how a customer felt: two sentence encoders and a head on them.
 *
 * <p>The answer depends on nothing but the verbatim. Thread-safe; takes some five to ten
 * milliseconds of one processor for a sentence.
 */
public final class Teacher {

    private static final int HASH = 12;

    private final Head head;
    private final Blocks blocks;
    private final List<TrainingSource> sources;

    Teacher(Head head, Blocks blocks, List<TrainingSource> sources) {
        this.head = head;
        this.blocks = blocks;
        this.sources = List.copyOf(sources);
    }

    /**
     * The teacher that comes with the program, or the one that {@code throughline.teacher.model}
     * names; the same one on every call in a JVM.
     *
     * @throws EngineUnavailableException when it cannot be loaded, saying what to do
     */
    public static Teacher shared() {
        return TeacherFiles.shared();
    }

    /** Version of the head, as it stands on the tags. */
    public String version() {
        return head.version();
    }

    /**
     * Version and the first {@value #HASH} digits of the sha256 of the head's file, which names the
     * encoders' networks.
     */
    String fingerprint() {
        return version() + "-" + Hashes.sha256(HeadFile.write(head)).substring(0, HASH);
    }

    /** The files that the head learnt from. */
    public List<TrainingSource> trainedOn() {
        return sources;
    }

    /**
     * How likely each feeling is.
     *
     * @return empty when the verbatim has no words to judge or is known not to be English
     */
    public Optional<SentimentDistribution> distribution(Verbatim verbatim) {
        if (CustomerTurns.abstention(verbatim) != null) {
            return Optional.empty();
        }
        List<SentimentDistribution> parts = new ArrayList<>();
        for (Turn part : Windows.of(verbatim)) {
            parts.add(judge(part.text()));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Ratings.with(TurnRollUp.of(parts), verbatim.rating()));
    }

    /** The words that mattered most, strongest first; empty when there is no answer. */
    public List<Evidence> evidence(Verbatim verbatim) {
        if (CustomerTurns.abstention(verbatim) != null) {
            return List.of();
        }
        return LeaveOneOut.evidence(Windows.of(verbatim), this::judge);
    }

    private SentimentDistribution judge(String raw) {
        return head.apply(blocks.of(raw));
    }
}
