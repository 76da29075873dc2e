package io.throughline.polling;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Fails the job once: at the first record after a checkpoint that came after so many records. Its
 * static latches let servers and files of a test wait for that checkpoint.
 */
final class FailOnce implements MapFunction<Ingested, String>, CheckpointListener {

    private static final long serialVersionUID = 1L;

    private static volatile CountDownLatch checkpointed = new CountDownLatch(1);
    private static volatile CountDownLatch failed = new CountDownLatch(1);

    private final int after;
    private int seen;

    FailOnce(int after) {
        this.after = after;
    }

    static void reset() {
        checkpointed = new CountDownLatch(1);
        failed = new CountDownLatch(1);
    }

    static void awaitCheckpoint() throws InterruptedException {
        checkpointed.await();
    }

    static boolean hasFailed() {
        return failed.getCount() == 0;
    }

    @Override
    public String map(Ingested ingested) {
        if (checkpointed.getCount() == 0 && !hasFailed()) {
            failed.countDown();
            throw new IllegalStateException("fails once, as the test wants");
        }
        seen++;
        return new String(ingested.envelope().payload(), StandardCharsets.UTF_8);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (seen >= after) {
            checkpointed.countDown();
        }
    }
}
