package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.model.SentimentLabel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Another sentiment engine beside the learner, on the same texts and thread.
 *
 * @param engine id
 * @param records that it tagged
 * @param recordsPerCpuSecond of the tagging thread
 * @param timesAsFast how many times as fast the learner told the sentiment alone
 * @param steadyTimesAsFast how many times as fast the learner told sentiment and stages as this one
 *     the sentiment
 * @param accuracy share of its answers that people gave as well, 0 to 1
 * @param learnerAccuracy the learner's, with its teacher's share, on the same rows
 */
record SentimentRival(
        String engine,
        int records,
        double recordsPerCpuSecond,
        double timesAsFast,
        double steadyTimesAsFast,
        double accuracy,
        double learnerAccuracy) {

    private static final int WARM_UP = 20;
    private static final long ENOUGH_NANOS = 10_000_000_000L;
    private static final double NANOS_A_SECOND = 1e9;

    /** A step that has no divisor in common with the size of most files. */
    private static final int STRIDE = 7919;

    /** Lets an engine tag texts from all over the file for ten seconds of CPU time, or all. */
    static SentimentRival measured(String engine, LearnerRun learner) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        SentimentTagger tagger = Engines.sentiment(engine).tagger();
        int size = learner.rows().size();
        for (int i = 0; i < WARM_UP; i++) {
            tagger.tag(learner.text(row(i, size)));
        }
        List<Integer> taken = new ArrayList<>();
        List<SentimentLabel> told = new ArrayList<>();
        long start = threads.getCurrentThreadCpuTime();
        long spent = 0;
        while (taken.size() < size && spent < ENOUGH_NANOS) {
            int row = row(taken.size(), size);
            taken.add(row);
            told.add(tagger.tag(learner.text(row)).label());
            spent = threads.getCurrentThreadCpuTime() - start;
        }
        double rate = taken.size() / (spent / NANOS_A_SECOND);
        return new SentimentRival(
                engine,
                taken.size(),
                rate,
                learner.sentimentRate() / rate,
                learner.steadyRate() / rate,
                LearnerRun.accuracy(learner.rows(), taken, told),
                learner.accuracyOn(taken));
    }

    private static int row(long index, int size) {
        return (int) (index * STRIDE % size);
    }
}
