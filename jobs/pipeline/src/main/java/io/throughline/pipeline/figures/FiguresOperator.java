package io.throughline.pipeline.figures;

import io.throughline.document.JobDocument;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.model.JobFigures;
import io.throughline.pipeline.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says, a few seconds after each minute, what the job did in it: the whole job also when it did
 * nothing, and each channel that it did something for. Work that comes later than that, from a
 * subtask that was held up, makes it say so again.
 *
 * <p>The sums of the last minutes are in its state, so that after a failure work counts as often as
 * what came of it: once. How long it took the first time is lost with it.
 */
final class FiguresOperator extends AbstractStreamOperator<DocumentWrite>
        implements OneInputStreamOperator<Work, DocumentWrite>, ProcessingTimeCallback {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FiguresOperator.class);

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final double MILLIS = 1e3;

    private final String job;
    private final Backlog backlog;
    private final Observations observations;
    private transient Map<Work.Key, Work> sums;
    private transient TreeMap<Long, Measured> measured;
    private transient Set<Work.Key> changed;
    private transient ListState<Work> state;
    private transient CompletableFuture<Long> asked;
    private transient long open;
    private transient volatile long watermark;
    private transient volatile double lastBacklog;

    FiguresOperator(String job, Backlog backlog, Observations observations) {
        this.job = job;
        this.backlog = backlog;
        this.observations = observations;
    }

    /** What is known of a whole job beside its work. */
    private record Measured(Double watermarkDelaySeconds, Long backlogRecords) {
        static final Measured NOTHING = new Measured(null, null);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        sums = new LinkedHashMap<>();
        state =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>("work", Work.class));
        for (Work work : state.get()) {
            sums.merge(work.key(), work, Work::plus);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        measured = new TreeMap<>();
        changed = new LinkedHashSet<>(sums.keySet());
        watermark = Long.MIN_VALUE;
        lastBacklog = Double.NaN;
        open = Work.minuteOf(now());
        getMetricGroup().gauge("watermark_delay_seconds", (Gauge<Double>) this::delay);
        getMetricGroup().gauge("backlog_records", (Gauge<Double>) () -> lastBacklog);
        scheduleNext();
    }

    @Override
    public void processElement(StreamRecord<Work> element) {
        Work work = element.getValue();
        sums.merge(work.key(), work, Work::plus);
        changed.add(work.key());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        super.processWatermark(mark);
    }

    /** First asks how much waits, and says the minute at the next tick, with the answer or not. */
    @Override
    public void onProcessingTime(long timestamp) {
        long minute = Work.minuteOf(now());
        if (asked != null) {
            measured.put(open, new Measured(finite(delay()), answer()));
            asked = null;
            open = minute;
            say();
        }
        if (minute > open) {
            asked = backlog.records();
        }
        scheduleNext();
    }

    private Long answer() {
        if (!asked.isDone() || asked.isCompletedExceptionally()) {
            LOG.warn("How much waits to be read for {} is not known: {}", job, asked);
            lastBacklog = Double.NaN;
            return null;
        }
        long records = asked.join();
        lastBacklog = records;
        return records;
    }

    private void say() {
        if (observations == Observations.WRITTEN) {
            TreeMap<Long, Map<String, Work>> jobs = new TreeMap<>();
            List<Work.Key> due = changed.stream().filter(key -> key.minute() < open).toList();
            due.forEach(key -> jobs.computeIfAbsent(key.minute(), m -> new TreeMap<>()));
            long latest = measured.lastKey();
            jobs.computeIfAbsent(latest, m -> new TreeMap<>())
                    .put(job, new Work(job, "", latest, 0, 0, 0, 0));
            for (Work work : sums.values()) {
                Map<String, Work> minute = jobs.get(work.minute());
                if (minute != null) {
                    minute.merge(work.job(), work.ofJob(), Work::plus);
                }
            }
            due.stream().filter(key -> !key.source().isEmpty()).map(sums::get).forEach(this::emit);
            jobs.values().forEach(minute -> minute.values().forEach(this::emit));
        }
        changed.removeIf(key -> key.minute() < open);
        long oldest = open - KEPT.toMillis();
        sums.keySet().removeIf(key -> key.minute() < oldest && !changed.contains(key));
        measured.headMap(oldest).clear();
    }

    private void emit(Work work) {
        boolean whole = work.source().isEmpty();
        boolean tags = work.job().equals(Work.TAGGING);
        Measured known =
                whole && work.job().equals(job)
                        ? measured.getOrDefault(work.minute(), Measured.NOTHING)
                        : Measured.NOTHING;
        output.collect(
                new StreamRecord<>(
                        document(
                                new JobFigures(
                                        work.job(),
                                        whole ? null : work.source(),
                                        Instant.ofEpochMilli(now()),
                                        Instant.ofEpochMilli(work.minute()),
                                        work.records(),
                                        tags ? Duration.ofNanos(work.busyNanos()).toMillis() : null,
                                        tags ? work.byTeacher() : null,
                                        tags ? work.byStudent() : null,
                                        known.watermarkDelaySeconds(),
                                        known.backlogRecords()))));
    }

    private static DocumentWrite document(JobFigures figures) {
        return DocumentWrite.index(
                JobDocument.index(figures),
                JobDocument.id(figures),
                JobDocument.version(figures),
                JobDocument.encode(figures));
    }

    /** How far event time is behind the clock, in s; not a number when there is none. */
    private double delay() {
        long mark = watermark;
        return mark == Long.MIN_VALUE || mark == Long.MAX_VALUE
                ? Double.NaN
                : (now() - mark) / MILLIS;
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(new ArrayList<>(sums.values()));
    }

    private void scheduleNext() {
        getProcessingTimeService().registerTimer(now() + TICK.toMillis(), this);
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }
}
