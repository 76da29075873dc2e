package io.throughline.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.javalin.http.Context;
import io.throughline.console.LiveSource.Answered;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;

/**
 * The answers of {@code /api/live} and {@code /api/alerts/ID}. Times are UTC with {@code Z}; the
 * page shows them in the browser's zone and takes {@code now} as the present, because the browser's
 * clock may be wrong.
 */
final class LiveJson {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Instant.class, ToStringSerializer.instance))
                    .build();

    private LiveJson() {}

    /** The servers behind the page are not up. */
    static Envelope starting(Instant now, String message) {
        return new Envelope(State.STARTING, message, now, null, null);
    }

    /** The last good figures, and whether they are current. */
    static Envelope answer(Instant now, String activity, Answered answered) {
        boolean works = answered.problem() == null;
        return new Envelope(
                works ? State.LIVE : State.UNAVAILABLE,
                works ? activity : answered.problem(),
                now,
                answered.viewAt(),
                answered.view());
    }

    /** What is known of one thing; {@code absent} says that there is none. */
    static <V> byte[] of(Instant now, KeyedSource.Answer<V> answer, String absent) {
        return write(
                new KeyedEnvelope<>(
                        answer.problem() == null ? State.LIVE : State.UNAVAILABLE,
                        answer.absent() ? absent : answer.problem(),
                        now,
                        answer.asOf(),
                        answer.view()));
    }

    /** Answers with a record as JSON that no cache keeps. */
    static void send(Context context, Object answer) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(write(answer));
    }

    /** JSON in UTF-8, on one line. */
    static byte[] write(Object envelope) {
        try {
            return JSON.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page is told to be in. */
    enum State {
        STARTING,
        LIVE,
        UNAVAILABLE
    }

    /**
     * The whole answer.
     *
     * @param message what is waited for, goes on, or fails
     * @param asOf when the view was read
     */
    record Envelope(State state, String message, Instant now, Instant asOf, LiveView view) {

        /** Whether a reader of the one learns nothing from the other but the time. */
        boolean saysTheSame(Envelope other) {
            return state == other.state
                    && Objects.equals(message, other.message)
                    && Objects.equals(view, other.view);
        }

        Envelope withoutView() {
            return new Envelope(state, message, now, asOf, null);
        }
    }

    /** The answer on one thing. */
    record KeyedEnvelope<V>(State state, String message, Instant now, Instant asOf, V view) {}
}
