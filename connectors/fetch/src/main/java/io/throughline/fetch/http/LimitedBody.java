package io.throughline.fetch.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * A response body of which no more than a limit is kept.
 *
 * @param bytes the body, or its beginning
 * @param size bytes of the whole body; what a server without {@code Content-Length} sends beyond
 *     256 times the limit is not counted
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
public record LimitedBody(byte[] bytes, long size) {

    private static final long COUNTED_LIMITS = 256;
    private static final Predicate<String> GZIP =
            encoding -> encoding.strip().equalsIgnoreCase("gzip");

    /** Whether there was more. */
    public boolean cut() {
        return size > bytes.length;
    }

    /**
     * Keeps so many bytes; a body packed with gzip is unpacked, and the limit is of what comes out.
     */
    public static BodyHandler<LimitedBody> handler(int limit) {
        return response ->
                new Subscriber(
                        limit,
                        response.headers().firstValueAsLong("Content-Length"),
                        response.headers().firstValue("Content-Encoding").filter(GZIP).isPresent());
    }

    /**
     * Unpacks a body.
     *
     * @throws IOException when it is no gzip or breaks off
     */
    private static LimitedBody unpacked(LimitedBody packed, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            byte[] bytes = new byte[0];
            try {
                bytes = in.readNBytes(limit);
                long more = 0;
                byte[] block = new byte[1 << 16];
                for (int read = in.read(block);
                        read > 0 && more < COUNTED_LIMITS * limit;
                        read = in.read(block)) {
                    more += read;
                }
                return new LimitedBody(bytes, bytes.length + more);
            } catch (EOFException e) {
                if (!packed.cut()) {
                    throw e;
                }
                return new LimitedBody(bytes, Math.max(packed.size(), bytes.length + 1L));
            }
        }
    }

    private static final class Subscriber implements BodySubscriber<LimitedBody> {

        private final int limit;
        private final OptionalLong length;
        private final boolean packed;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<LimitedBody> body = new CompletableFuture<>();
        private Subscription subscription;
        private long size;

        Subscriber(int limit, OptionalLong length, boolean packed) {
            this.limit = limit;
            this.length = length;
            this.packed = packed;
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
            LimitedBody received = new LimitedBody(kept.toByteArray(), total);
            try {
                body.complete(packed ? unpacked(received, limit) : received);
            } catch (IOException e) {
                body.completeExceptionally(e);
            }
        }
    }
}
