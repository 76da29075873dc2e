package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Peak memory of everything together: the resident set size of this JVM and of all its descendants,
 * summed once a second, of which the largest sum is kept.
 *
 * <p>The sum is on the safe side: pages that several processes share (the JDK's libraries, some
 * tens of MiB) count for each. It is not the sum of each process's own peak, which need not
 * coincide. Resident set sizes come from {@code /proc}; where there is none the sum stays 0.
 */
public final class ProcessMemory implements AutoCloseable {

    private static final Pattern RESIDENT =
            Pattern.compile("^VmRSS:\\s+(\\d+) kB$", Pattern.MULTILINE);
    private static final long INTERVAL_MILLIS = 1_000;

    private final LongUnaryOperator residentBytes;
    private final Thread sampler = new Thread(this::sampleUntilClosed, "memory-sampler");
    private long peakBytes;

    ProcessMemory(LongUnaryOperator residentBytes) {
        this.residentBytes = residentBytes;
        sampler.setDaemon(true);
    }

    /** Begins to sample. */
    public static ProcessMemory sampling() {
        ProcessMemory memory = new ProcessMemory(ProcessMemory::residentBytes);
        memory.sampler.start();
        return memory;
    }

    /** Bytes resident in one process; 0 when it is gone. */
    public static long residentBytes(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            return 0;
        }
    }

    static long parse(String status) {
        Matcher matcher = RESIDENT.matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : 0;
    }

    /** The largest sum so far, bytes, including now. */
    public synchronized long peakBytes() {
        sample(processes());
        return peakBytes;
    }

    synchronized void sample(LongStream pids) {
        peakBytes = Math.max(peakBytes, pids.map(residentBytes).sum());
    }

    private static LongStream processes() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(Stream.of(self), self.descendants()).mapToLong(ProcessHandle::pid);
    }

    private void sampleUntilClosed() {
        try {
            while (true) {
                sample(processes());
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sampler.interrupt();
    }
}
