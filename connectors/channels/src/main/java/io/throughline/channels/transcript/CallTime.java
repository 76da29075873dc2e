package io.throughline.channels.transcript;

import io.throughline.channels.Moments;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.Optional;

/**
 * When a call was, of transcripts that do not say it: from the file's name where it holds a time,
 * else from outside. The extras say which.
 */
public final class CallTime {

    private CallTime() {}

    /** Sets the time, or rejects the record when there is none. */
    public static void set(FeedbackBuilder feedback, RawEnvelope envelope) {
        set(feedback, envelope, envelope.headers().getOrDefault(RawEnvelope.FILE_NAME, ""));
    }

    /**
     * The same, looking for a time in a part of the file's name only.
     *
     * @param name blank when there is none
     */
    public static void set(FeedbackBuilder feedback, RawEnvelope envelope, String name) {
        Optional<Instant> named = FileNameTime.of(name);
        if (named.isPresent()) {
            feedback.occurredAt(Moments.checked("the file's name", named.get(), envelope))
                    .extra(Feedback.OCCURRED_AT_SOURCE, "file-name");
        } else {
            Moments.fromEnvelope(feedback, "a time in the file's name", envelope);
        }
    }
}
