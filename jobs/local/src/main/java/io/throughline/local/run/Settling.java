package io.throughline.local.run;

import io.throughline.kafka.GroupOffsets;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.run.FlinkRuntime.RunningJob;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.TaggingJob;
import java.io.IOException;
import java.time.Duration;

/**
 * Waits until everything that is in {@code feedback.raw} has gone all the way.
 *
 * <p>A job commits its offsets when a checkpoint is complete, and a checkpoint is complete only
 * when what it read is in Elasticsearch and in Kafka. So the tagging job is through when no record
 * lies after its committed offsets; stopping it then commits its last transaction, after which the
 * same holds for the signals job. That one takes time to its end before it stops, so that alerts
 * which the last records decide are among what is summed up.
 */
final class Settling {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final KafkaSettings kafka;
    private final RunningJob tagging;
    private final RunningJob signals;

    Settling(KafkaSettings kafka, RunningJob tagging, RunningJob signals) {
        this.kafka = kafka;
        this.tagging = tagging;
        this.signals = signals;
    }

    void run(Progress progress, Duration stopPatience) throws IOException, InterruptedException {
        try (GroupOffsets offsets = GroupOffsets.open(kafka);
                TopicReader reader = TopicReader.open(kafka)) {
            progress.status("Tagging what is left");
            awaitThrough(Topics.RAW, TaggingJob.NAME, tagging, offsets, reader);
            tagging.stop(stopPatience);
            progress.status("Rolling up what is left");
            awaitThrough(Topics.TAGGED, SignalsJob.NAME, signals, offsets, reader);
            signals.finish(stopPatience);
        }
    }

    private static void awaitThrough(
            String topic, String group, RunningJob job, GroupOffsets offsets, TopicReader reader)
            throws InterruptedException {
        while (reader.hasRecordsFrom(topic, offsets.committed(group))) {
            job.finished();
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
