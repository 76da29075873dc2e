package io.throughline.fetch.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A response body of which no more than a limit is kept.
 *
 * @param bytes the body, or its beginning
 * @param size bytes of the whole body; what a server without {@code Content-Length} sends beyond
 *     256 times the limit is not counted
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
record LimitedBody(byte[] bytes, long size) {

    private static final long COUNTED_LIMITS = 256;

    boolean cut() {
        return size > bytes.length;
    }

    static BodyHandler<LimitedBody> handler(int limit) {
        return response ->
                new Subscriber(limit, response.headers().firstValueAsLong("Content-Length"));
    }

    private static final class Subscriber implements BodySubscriber<LimitedBody> {

        private final int limit;
        private final OptionalLong length;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<LimitedBody> body = new CompletableFuture<>();
        private Subscription subscription;
        private long size;

        Subscriber(int limit, OptionalLong length) {
            this.limit = limit;
            this.length = length;
        }

        @Override
        public CompletionStage<LimitedBody> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Subscription newSubscription) {
            subscription = newSubscription;
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                size += buffer.remaining();
                byte[] part = new byte[Math.min(buffer.remaining(), limit - kept.size())];
                buffer.get(part);
                kept.write(part, 0, part.length);
            }
            if (size > limit && (length.isPresent() || size / limit >= COUNTED_LIMITS)) {
                subscription.cancel();
                complete(Math.max(size, length.orElse(0)));
            } else {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            complete(size);
        }

        private void complete(long total) {
            body.complete(new LimitedBody(kept.toByteArray(), total));
        }
    }
}
