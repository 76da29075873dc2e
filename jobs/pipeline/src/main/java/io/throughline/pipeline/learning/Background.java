package io.throughline.pipeline.learning;

import java.io.Serializable;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs a training beside the task, which goes on to take records and checkpoints. */
@FunctionalInterface
interface Background extends Serializable {

    /** A thread for each training; there is one at a time. */
    Background THREAD =
            task -> {
                Thread thread = new Thread(task, "learn");
                thread.setDaemon(true);
                thread.start();
            };

    void start(FutureTask<?> task);

    /** Starts to work out a result. */
    default <T> FutureTask<T> run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        start(task);
        return task;
    }
}
