package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.LearnerEngine;
import io.throughline.domain.learning.Learners;
import io.throughline.domain.learning.Student;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.local.stack.ProcessMemory;
import io.throughline.model.Basis;
import io.throughline.model.StageTags;
import io.throughline.taggers.train.TrainingData;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How fast the learner tags, sentiment and stages, with the teacher's share in it.
 *
 * <p>One thread, as a slot of the pipeline has. The first pass over the file warms up and is not
 * measured; the ids of the second are others, so that the teacher is asked of other texts. Engines
 * that it is held against tell the sentiment alone, so the learner is tried on that alone as well.
 */
@Command(
        name = "steady",
        description =
                "Tag a file as the pipeline does between two versions of the model, sentiment and"
                        + " stages, with a share of the ids for the teacher: JSON on stdout.")
final class BenchSteadyCommand implements Callable<Integer> {

    private static final long BYTES_A_MEGABYTE = 1_000_000;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the columns text and sentiment; the labels are not looked at.")
    private Path labels;

    @Mixin private JourneyArgument journey;

    @Option(
            names = "--teacher-share",
            paramLabel = "0..1",
            defaultValue = "0.01",
            description =
                    "Share of the ids that may go to the teacher; it is asked of those that the"
                            + " student is not sure of (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--against",
            paramLabel = "ID",
            split = ",",
            description =
                    "Sentiment engines that tag texts of the same file in the same run, separated by"
                            + " commas.")
    private List<String> rivals = List.of();

    /**
     * What was measured.
     *
     * @param recordsPerCpuSecond of the tagging thread, both tags of a record together
     * @param teacherShare share of records whose sentiment or stages the teacher answered
     * @param teacherSentiment share of records whose sentiment it answered
     * @param teacherStages share of records whose stages it answered
     * @param p50Millis by the wall clock
     * @param p99Millis by the wall clock
     * @param slowestMillis by the wall clock
     * @param taggerHeapBytes live objects that came with the taggers, after a collection
     * @param taggerNativeBytes resident memory outside the heap that came with them: models, native
     *     libraries, code; 0 where {@code /proc} does not tell
     * @param sentimentRecordsPerCpuSecond when it tells the sentiment alone; 0 when it is held
     *     against nothing
     * @param against the others
     */
    record Steady(
            int records,
            double recordsPerCpuSecond,
            double teacherShare,
            double teacherSentiment,
            double teacherStages,
            double p50Millis,
            double p99Millis,
            double slowestMillis,
            long taggerHeapBytes,
            long taggerNativeBytes,
            double sentimentRecordsPerCpuSecond,
            List<SentimentRival> against) {

        Steady with(Memory grown, double sentimentAlone, List<SentimentRival> rivals) {
            return new Steady(
                    records,
                    recordsPerCpuSecond,
                    teacherShare,
                    teacherSentiment,
                    teacherStages,
                    p50Millis,
                    p99Millis,
                    slowestMillis,
                    grown.heapBytes(),
                    grown.nativeBytes(),
                    sentimentAlone,
                    rivals);
        }
    }

    private record Memory(long heapBytes, long nativeBytes) {

        static Memory now() {
            System.gc();
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            long resident = ProcessMemory.residentBytes(ProcessHandle.current().pid());
            return new Memory(heap.getUsed(), Math.max(0, resident - heap.getCommitted()));
        }

        Memory since(Memory before) {
            return new Memory(
                    Math.max(0, heapBytes - before.heapBytes),
                    Math.max(0, nativeBytes - before.nativeBytes));
        }
    }

    @Override
    public Integer call() throws IOException {
        if (!(share >= 0 && share <= 1)) {
            throw new UsageException("--teacher-share is 0 to 1, not " + share);
        }
        List<Verbatim> texts =
                TrainingData.ofTable(labels).stream()
                        .map(text -> Verbatim.of(text.text()))
                        .toList();
        if (texts.isEmpty()) {
            throw new UserException(labels + " has no rows");
        }
        Memory before = Memory.now();
        LearnerEngine engine = Learners.find(Engines.DEFAULT_SENTIMENT).orElseThrow();
        Learner learner = engine.learner(journey.map());
        Student student = learner.student(learner.shippedStudent());
        pass(learner, student, texts, "warm-up-");
        Steady measured = pass(learner, student, texts, "steady-");
        Memory grown = Memory.now().since(before);
        double alone = rivals.isEmpty() ? 0 : sentimentAlone(engine, student, texts);
        Steady steady =
                measured.with(
                        grown,
                        alone,
                        rivals.stream()
                                .map(rival -> SentimentRival.measured(rival, texts, alone))
                                .toList());
        System.err.printf(
                Locale.ROOT,
                "%,d records, %,.0f per CPU-second; the teacher answered %.2f %% (sentiment %.2f %%, stages"
                        + " %.2f %%)%np50 %.3f ms, p99 %.1f ms, slowest %.1f ms%n"
                        + "memory that came with the taggers: heap %,d MB, outside it %,d MB%n",
                steady.records(),
                steady.recordsPerCpuSecond(),
                100 * steady.teacherShare(),
                100 * steady.teacherSentiment(),
                100 * steady.teacherStages(),
                steady.p50Millis(),
                steady.p99Millis(),
                steady.slowestMillis(),
                steady.taggerHeapBytes() / BYTES_A_MEGABYTE,
                steady.taggerNativeBytes() / BYTES_A_MEGABYTE);
        if (alone > 0) {
            System.err.printf(Locale.ROOT, "sentiment alone: %,.0f per CPU-second%n", alone);
        }
        for (SentimentRival rival : steady.against()) {
            System.err.printf(
                    Locale.ROOT,
                    "%,.0f times as fast as %s (%,.1f per CPU-second, %,d records)%n",
                    rival.timesAsFast(),
                    rival.engine(),
                    rival.recordsPerCpuSecond(),
                    rival.records());
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(steady));
        return 0;
    }

    private Steady pass(Learner learner, Student student, List<Verbatim> texts, String ids) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[texts.size()];
        int felt = 0;
        int staged = 0;
        int either = 0;
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            Answer answer = learner.answer(ids + i, texts.get(i), student, share);
            nanos[i] = System.nanoTime() - start;
            boolean feeling = answer.sentiment().basis() == Basis.TEACHER;
            boolean stages = isTeachers(answer.stages());
            felt += feeling ? 1 : 0;
            staged += stages ? 1 : 0;
            either += feeling || stages ? 1 : 0;
        }
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / NANOS_A_SECOND;
        Arrays.sort(nanos);
        double all = nanos.length;
        return new Steady(
                nanos.length,
                all / seconds,
                either / all,
                felt / all,
                staged / all,
                nanos[(int) (0.5 * (all - 1))] / NANOS_A_MILLI,
                nanos[(int) (0.99 * (all - 1))] / NANOS_A_MILLI,
                nanos[nanos.length - 1] / NANOS_A_MILLI,
                0,
                0,
                0,
                List.of());
    }

    private double sentimentAlone(LearnerEngine engine, Student student, List<Verbatim> texts) {
        Learner learner = engine.learner(null);
        pass(learner, student, texts, "warm-up-alone-");
        return pass(learner, student, texts, "alone-").recordsPerCpuSecond();
    }

    private static boolean isTeachers(StageTags tags) {
        return tags != null && tags.engine().equals(Engines.DEEP_STAGE);
    }
}
