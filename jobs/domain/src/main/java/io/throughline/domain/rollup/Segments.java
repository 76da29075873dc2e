package io.throughline.domain.rollup;

import io.throughline.model.Feedback;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** The segments of an installation. */
public record Segments(List<Segment> all) implements Serializable {

    /** Most segments: each costs a stage and channel two documents a value. */
    public static final int MOST = 8;

    /** Feedback is not parted. */
    public static final Segments NONE = new Segments(List.of());

    public Segments {
        all = List.copyOf(all);
    }

    /** {@code name=value} of every segment that the feedback has a value for, sorted. */
    List<String> of(Feedback feedback) {
        return all.stream()
                .map(segment -> segment.of(feedback))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
