package io.throughline.local.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * So many kills, in rounds of up to ten: each round has feeds, a broker and a state of its own, and
 * is held against the truth by itself.
 */
public final class CrashBench {

    private static final int KILLS_A_ROUND = 10;

    private final int runs;
    private final long seed;
    private final Path directory;

    /**
     * @param runs how many times a process is killed and another goes on from its checkpoint
     * @param seed of the feeds and of the moments, as far as these are ours to choose
     * @param directory for everything; rounds that came out clean are removed
     */
    public CrashBench(int runs, long seed, Path directory) {
        if (runs < 1) {
            throw new IllegalArgumentException("at least one run is due");
        }
        this.runs = runs;
        this.seed = seed;
        this.directory = directory;
    }

    /**
     * Runs all rounds.
     *
     * @param progress told how many kills there were of how many
     */
    public CrashSummary run(BiConsumer<Integer, Integer> progress)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<CrashRound.Result> results = new ArrayList<>();
        int done = 0;
        for (int round = 0; done < runs; round++) {
            int kills = Math.min(KILLS_A_ROUND, runs - done);
            int before = done;
            CrashRound next =
                    new CrashRound(kills, seed + round, directory.resolve("round-" + round));
            results.add(next.run(killed -> progress.accept(before + killed, runs)));
            done += kills;
        }
        return CrashSummary.of(seed, results, Duration.ofNanos(System.nanoTime() - start));
    }
}
