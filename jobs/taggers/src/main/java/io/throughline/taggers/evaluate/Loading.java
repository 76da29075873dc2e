package io.throughline.taggers.evaluate;

/**
 * What loading an engine took.
 *
 * @param seconds by the wall clock
 * @param heapBytes that are live after it and were not before; what is not on the heap, such as a
 *     native library's memory, is not in it. 0 when it was loaded before
 */
public record Loading(double seconds, long heapBytes) {

    private static final double NANOS = 1e9;

    static Watch watch() {
        return new Watch(liveBytes(), System.nanoTime());
    }

    /** Live bytes, since a collection has just run. */
    private static long liveBytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** The state before. */
    record Watch(long liveBytes, long startNanos) {

        Loading loaded() {
            double seconds = (System.nanoTime() - startNanos) / NANOS;
            return new Loading(seconds, Math.max(0, Loading.liveBytes() - liveBytes));
        }
    }
}
