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
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTags;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingText;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
            description =
                    "CSV with the columns text and sentiment, by which the answers are counted as"
                            + " right or wrong; rows without sentiment are left out.")
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
     * @param accuracy share of the sentiments it answered that people gave as well, 0 to 1
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
            double accuracy,
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
                    accuracy,
                    sentimentAlone,
                    rivals);
        }
    }

    /**
     * What one pass over the file measured.
     *
     * @param told the sentiment of each row; null where there was no answer
     */
    private record Pass(Steady measured, List<SentimentLabel> told) {}

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
        List<TrainingText> rows = TrainingData.ofTable(labels);
        List<Verbatim> texts = rows.stream().map(row -> Verbatim.of(row.text())).toList();
        if (texts.isEmpty()) {
            throw new UserException(labels + " has no rows");
        }
        Memory before = Memory.now();
        LearnerEngine engine = Learners.find(Engines.DEFAULT_SENTIMENT).orElseThrow();
        Learner learner = engine.learner(journey.map());
        Student student = learner.student(learner.shippedStudent());
        pass(learner, student, rows, texts, "warm-up-");
        Pass pass = pass(learner, student, rows, texts, "steady-");
        Memory grown = Memory.now().since(before);
        double alone = rivals.isEmpty() ? 0 : sentimentAlone(engine, student, rows, texts);
        LearnerRun run =
                new LearnerRun(rows, pass.told(), pass.measured().recordsPerCpuSecond(), alone);
        Steady steady =
                pass.measured()
                        .with(
                                grown,
                                alone,
                                rivals.stream()
                                        .map(rival -> SentimentRival.measured(rival, run))
                                        .toList());
        print(steady);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(steady));
        return 0;
    }

    private static void print(Steady steady) {
        System.err.printf(
                Locale.ROOT,
                "%,d records, %,.0f per CPU-second; the teacher answered %.2f %% (sentiment %.2f %%, stages"
                        + " %.2f %%)%np50 %.3f ms, p99 %.1f ms, slowest %.1f ms%n"
                        + "sentiment is as people said for %.1f %% of the answers%n"
                        + "memory that came with the taggers: heap %,d MB, outside it %,d MB%n",
                steady.records(),
                steady.recordsPerCpuSecond(),
                100 * steady.teacherShare(),
                100 * steady.teacherSentiment(),
                100 * steady.teacherStages(),
                steady.p50Millis(),
                steady.p99Millis(),
                steady.slowestMillis(),
                100 * steady.accuracy(),
                steady.taggerHeapBytes() / BYTES_A_MEGABYTE,
                steady.taggerNativeBytes() / BYTES_A_MEGABYTE);
        if (!steady.against().isEmpty()) {
            System.err.printf(
                    Locale.ROOT,
                    "sentiment alone: %,.0f per CPU-second%n",
                    steady.sentimentRecordsPerCpuSecond());
        }
        for (SentimentRival rival : steady.against()) {
            System.err.printf(
                    Locale.ROOT,
                    "against %s (sentiment; %,.1f per CPU-second, %,d records): sentiment alone"
                            + " %,.1f times as fast, sentiment and stages %,.1f times; as people"
                            + " said %.1f %% of its answers, %.1f %% of the learner's on these"
                            + " records%n",
                    rival.engine(),
                    rival.recordsPerCpuSecond(),
                    rival.records(),
                    rival.timesAsFast(),
                    rival.steadyTimesAsFast(),
                    100 * rival.accuracy(),
                    100 * rival.learnerAccuracy());
        }
    }

    private Pass pass(
            Learner learner,
            Student student,
            List<TrainingText> rows,
            List<Verbatim> texts,
            String ids) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[texts.size()];
        List<SentimentLabel> told = new ArrayList<>();
        int felt = 0;
        int staged = 0;
        int either = 0;
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            Answer answer = learner.answer(ids + i, texts.get(i), student, share);
            nanos[i] = System.nanoTime() - start;
            told.add(answer.sentiment().label());
            boolean feeling = answer.sentiment().basis() == Basis.TEACHER;
            boolean stages = isTeachers(answer.stages());
            felt += feeling ? 1 : 0;
            staged += stages ? 1 : 0;
            either += feeling || stages ? 1 : 0;
        }
        double seconds = (threads.getCurrentThreadCpuTime() - cpu) / NANOS_A_SECOND;
        Arrays.sort(nanos);
        double all = nanos.length;
        Steady measured =
                new Steady(
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
                        LearnerRun.accuracy(
                                rows, IntStream.range(0, nanos.length).boxed().toList(), told),
                        0,
                        List.of());
        return new Pass(measured, told);
    }

    private double sentimentAlone(
            LearnerEngine engine, Student student, List<TrainingText> rows, List<Verbatim> texts) {
        Learner learner = engine.learner(null);
        pass(learner, student, rows, texts, "warm-up-alone-");
        return pass(learner, student, rows, texts, "alone-").measured().recordsPerCpuSecond();
    }

    private static boolean isTeachers(StageTags tags) {
        return tags != null && tags.engine().equals(Engines.DEEP_STAGE);
    }
}
