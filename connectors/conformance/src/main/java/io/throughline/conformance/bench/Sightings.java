package io.throughline.conformance.bench;

import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The same bytes seen another time, and whether what came of them is the same. */
public final class Sightings {

    private static final Set<String> OUR_OWN_TIMES = Set.of("observed", "file-time");

    private Sightings() {}

    /**
     * The envelope as it would be when its bytes were seen later.
     *
     * @param further how many pages on; the place in a file is always the same
     */
    public static RawEnvelope later(RawEnvelope envelope, Duration by, int further) {
        Instant hint = envelope.occurredAtHint();
        boolean ours = OUR_OWN_TIMES.contains(String.valueOf(envelope.occurredAtSource()));
        return new RawEnvelope(
                envelope.source(),
                envelope.observedAt().plus(by),
                hint == null || !ours ? hint : hint.plus(by),
                envelope.occurredAtSource(),
                "again/" + envelope.origin(),
                envelope.position() + further,
                envelope.headers(),
                envelope.originalSize(),
                envelope.payload());
    }

    /** The envelope as it would be when its file had another name. */
    public static RawEnvelope renamed(RawEnvelope envelope) {
        String name = envelope.headers().getOrDefault(RawEnvelope.FILE_NAME, "file");
        Map<String, String> headers = new TreeMap<>(envelope.headers());
        headers.put(RawEnvelope.FILE_NAME, "kit-" + name);
        return new RawEnvelope(
                envelope.source(),
                envelope.observedAt(),
                envelope.occurredAtHint(),
                envelope.occurredAtSource(),
                "folder/kit-" + name,
                envelope.position(),
                headers,
                envelope.originalSize(),
                envelope.payload());
    }

    /**
     * Whether two outcomes are one and the same to the product, which looks at id, revision and
     * content, and not at when they were observed.
     */
    public static boolean same(Outcome one, Outcome other) {
        if (one instanceof Outcome.Accepted first && other instanceof Outcome.Accepted second) {
            return Objects.equals(
                    withoutSighting(first.feedback()), withoutSighting(second.feedback()));
        }
        if (one instanceof Outcome.Rejected first && other instanceof Outcome.Rejected second) {
            return first.reason() == second.reason();
        }
        return one.equals(other);
    }

    /** Whether the two have the same content, whatever their revision. */
    public static boolean sameContent(Feedback one, Feedback other) {
        return withoutSighting(one.toBuilder().revision(0).build())
                .equals(withoutSighting(other.toBuilder().revision(0).build()));
    }

    private static Feedback withoutSighting(Feedback feedback) {
        String source = feedback.extras().get(Feedback.OCCURRED_AT_SOURCE);
        boolean ours =
                feedback.operation() == Operation.DELETE
                        || (source != null && OUR_OWN_TIMES.contains(source));
        return feedback.toBuilder()
                .observedAt(Instant.EPOCH)
                .occurredAt(ours ? Instant.EPOCH : feedback.occurredAt())
                .provenance(null)
                .build();
    }
}
