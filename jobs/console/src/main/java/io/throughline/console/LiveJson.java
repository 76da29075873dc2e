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
    static byte[] starting(Instant now, String message) {
        return write(new Envelope(State.STARTING, message, now, null, null));
    }

    /** The last good figures, and whether they are current. */
    static byte[] answer(Instant now, String activity, Answered answered) {
        boolean works = answered.problem() == null;
        return write(
                new Envelope(
                        works ? State.LIVE : State.UNAVAILABLE,
                        works ? activity : answered.problem(),
                        now,
                        answered.viewAt(),
                        answered.view()));
    }

    /** What is known of one alert. */
    static byte[] alert(Instant now, AlertSource.Answer answer) {
        return write(
                new AlertEnvelope(
                        answer.problem() == null ? State.LIVE : State.UNAVAILABLE,
                        answer.absent() ? "There is no alert of that id." : answer.problem(),
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

    private static byte[] write(Object envelope) {
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
    record Envelope(State state, String message, Instant now, Instant asOf, LiveView view) {}

    /** The answer on one alert. */
    record AlertEnvelope(State state, String message, Instant now, Instant asOf, AlertView view) {}
}
