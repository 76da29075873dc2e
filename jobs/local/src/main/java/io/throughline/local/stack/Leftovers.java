package io.throughline.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Servers of a launcher that was killed. They are on their way out, yet still hold the data; a new
 * start waits for them, and kills what does not end.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private Leftovers() {}

    static void awaitEnd(List<ProcessIdentity> servers, StackProgress progress) {
        List<ProcessHandle> living =
                servers.stream().flatMap(server -> server.living().stream()).toList();
        if (living.isEmpty()) {
            return;
        }
        progress.report("Waiting for the servers of a former run to stop");
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(
                        living.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture<?>[]::new));
        try {
            ended.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (java.util.concurrent.CompletionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            living.forEach(ProcessHandle::destroyForcibly);
            living.forEach(server -> server.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        }
    }
}
