package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Another sentiment engine beside the learner, on the same texts and thread.
 *
 * @param engine id
 * @param records that it tagged
 * @param recordsPerCpuSecond of the tagging thread
 * @param timesAsFast how many times as fast the learner told the sentiment
 */
record SentimentRival(String engine, int records, double recordsPerCpuSecond, double timesAsFast) {

    private static final int WARM_UP = 20;
    private static final long ENOUGH_NANOS = 10_000_000_000L;
    private static final double NANOS_A_SECOND = 1e9;

    /** A step that has no divisor in common with the size of most files. */
    private static final int STRIDE = 7919;

    /**
     * Lets an engine tag texts from all over the file for ten seconds of CPU time, or all of them.
     *
     * @param learner records per CPU-second of the learner, sentiment alone
     */
    static SentimentRival measured(String engine, List<Verbatim> texts, double learner) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        SentimentTagger tagger = Engines.sentiment(engine).tagger();
        for (int i = 0; i < WARM_UP; i++) {
            tagger.tag(at(texts, i));
        }
        long start = threads.getCurrentThreadCpuTime();
        long spent = 0;
        int records = 0;
        while (records < texts.size() && spent < ENOUGH_NANOS) {
            tagger.tag(at(texts, records++));
            spent = threads.getCurrentThreadCpuTime() - start;
        }
        double rate = records / (spent / NANOS_A_SECOND);
        return new SentimentRival(engine, records, rate, learner / rate);
    }

    private static Verbatim at(List<Verbatim> texts, long index) {
        return texts.get((int) (index * STRIDE % texts.size()));
    }
}
