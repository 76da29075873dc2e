package io.throughline.local.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Servers of a launcher that was killed. They are on their way out, yet still hold the data; a new
 * start waits for them, and kills what does not end.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Leftovers() {}

    static void awaitEnd(List<ProcessIdentity> servers, StackProgress progress) {
        List<ProcessHandle> living =
                servers.stream().flatMap(server -> server.living().stream()).toList();
        if (living.isEmpty()) {
            return;
        }
        progress.report("Waiting for the servers of a former run to stop");
        if (!endedWithin(PATIENCE, living)) {
            living.forEach(ProcessHandle::destroyForcibly);
            if (!endedWithin(AFTER_KILL, living)) {
                throw new StackException(
                        "The servers of a former run do not stop: end the processes "
                                + living.stream().map(ProcessHandle::pid).toList()
                                + ", as root if root started them.");
            }
        }
    }

    private static boolean endedWithin(Duration time, List<ProcessHandle> living) {
        try {
            CompletableFuture.allOf(
                            living.stream()
                                    .map(ProcessHandle::onExit)
                                    .toArray(CompletableFuture<?>[]::new))
                    .get(time.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
