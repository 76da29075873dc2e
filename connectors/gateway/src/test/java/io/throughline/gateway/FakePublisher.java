package io.throughline.gateway;

import io.throughline.kafka.RawPublisher;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Keeps what is published, and answers as it is told. */
final class FakePublisher implements RawPublisher {

    final List<RawEnvelope> published = new CopyOnWriteArrayList<>();
    private final Supplier<CompletableFuture<Void>> answer;

    private FakePublisher(Supplier<CompletableFuture<Void>> answer) {
        this.answer = answer;
    }

    static FakePublisher acknowledging() {
        return new FakePublisher(() -> CompletableFuture.completedFuture(null));
    }

    static FakePublisher failing(RuntimeException failure) {
        return new FakePublisher(() -> CompletableFuture.failedFuture(failure));
    }

    /** Does not even take them. */
    static FakePublisher throwing(RuntimeException failure) {
        return new FakePublisher(
                () -> {
                    throw failure;
                });
    }

    /** Answers every envelope with the same future, which the test completes. */
    static FakePublisher answering(CompletableFuture<Void> acknowledged) {
        return new FakePublisher(() -> acknowledged);
    }

    @Override
    public CompletableFuture<Void> publish(RawEnvelope envelope) {
        published.add(envelope);
        return answer.get();
    }

    @Override
    public void publishAndWait(RawEnvelope envelope, Duration timeout) {
        publish(envelope).join();
    }

    @Override
    public void close() {}
}
