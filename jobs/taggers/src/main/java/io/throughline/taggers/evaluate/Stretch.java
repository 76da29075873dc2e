package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.Verbatim;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows that one thread tagged without a break.
 *
 * @param answers one a row
 * @param cpuNanos CPU time that the thread spent; below 0 where the platform does not tell
 * @param model version of the model that answered; null when none did
 * @param failure kind of the first failure of the tagger; null when it threw nothing
 */
record Stretch(List<Answer> answers, long cpuNanos, String model, String failure) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Tags rows on the calling thread; all of them have a label for the contestant's task. */
    static Stretch tag(Contestant contestant, List<LabelRow> rows) {
        List<Answer> answers = new ArrayList<>(rows.size());
        String model = null;
        String failure = null;
        long cpu = THREADS.getCurrentThreadCpuTime();
        long clock = System.nanoTime();
        for (LabelRow row : rows) {
            Judgement judgement;
            try {
                judgement = contestant.judge(row.verbatim());
                model = judgement.model();
            } catch (RuntimeException | StackOverflowError e) {
                judgement = new Judgement(null, Judgement.FAILED, 0, model);
                failure = failure == null ? e.getClass().getSimpleName() : failure;
            }
            long now = System.nanoTime();
            answers.add(Answer.of(row.label(contestant.task()), judgement, now - clock));
            clock = now;
        }
        long spent = cpu < 0 ? -1 : THREADS.getCurrentThreadCpuTime() - cpu;
        return new Stretch(answers, spent, model, failure);
    }

    /** Tags texts for the time it takes alone. */
    static long cpuNanos(Contestant contestant, List<Verbatim> verbatims) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        for (Verbatim verbatim : verbatims) {
            contestant.judge(verbatim);
        }
        return THREADS.getCurrentThreadCpuTime() - cpu;
    }
}
