package io.throughline.notify.deliver;

import io.throughline.notify.send.Outcome;
import io.throughline.notify.send.Outcome.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps what it is given, and answers as told. */
final class FakeCourier implements Courier {

    private final List<String> sent = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();

    FakeCourier next(Result result) {
        outcomes.add(new Outcome(result, "HTTP 418", Optional.empty(), Optional.empty()));
        return this;
    }

    FakeCourier nextAfter(Duration retryAfter) {
        outcomes.add(
                new Outcome(Result.FAILED, "HTTP 503", Optional.of(retryAfter), Optional.empty()));
        return this;
    }

    @Override
    public Outcome send(List<Letter> letters, String key) {
        sent.add(
                String.join(
                        " + ",
                        letters.stream()
                                .map(
                                        letter ->
                                                letter.alert().rule()
                                                        + " "
                                                        + letter.alert().state().id()
                                                        + " "
                                                        + letter.occasion().id())
                                .toList()));
        keys.add(key);
        return outcomes.isEmpty()
                ? new Outcome(Result.DELIVERED, "HTTP 200", Optional.empty(), Optional.empty())
                : outcomes.poll();
    }

    List<String> sent() {
        List<String> since = List.copyOf(sent);
        sent.clear();
        return since;
    }

    List<String> keys() {
        return keys;
    }

    @Override
    public void close() {}
}
