package io.throughline.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.Alerts;
import io.throughline.Samples;
import io.throughline.json.AlertJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OtherDocumentsTest {

    @Test
    void aSignalHoldsSumsAndNoAverage() {
        assertThat(text(SignalDocument.encode(Samples.signal())))
                .isEqualTo(
                        "{\"journey\":\"insurance-personal-lines\",\"stage\":\"claim\","
                                + "\"channel\":\"phone\",\"windowStart\":\"2026-03-31T23:59:00Z\","
                                + "\"windowEnd\":\"2026-04-01T00:00:00Z\",\"windowSeconds\":60,"
                                + "\"change\":7,\"count\":4,\"negative\":2,\"neutral\":0,\"positive\":1,"
                                + "\"abstained\":1,\"weightSum\":3.25,\"scoreSum\":-1.5,"
                                + "\"squaredScoreSum\":2.125,"
                                + "\"scoreHistogram\":[2,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1],"
                                + "\"rated\":0,\"ratedHighSaidNegative\":0,\"ratedLowSaidPositive\":0,"
                                + "\"authors\":3,\"authorSketch\":\"AQL9\"}");
    }

    @Test
    void anHourOfASegmentSaysSoAndWhatIsSaidInIt() {
        assertThat(text(SignalDocument.encode(Samples.hour())))
                .contains("\"channel\":\"all\",\"segment\":\"product=home\"")
                .contains("\"windowSeconds\":3600")
                .contains("\"rated\":3,\"ratedHighSaidNegative\":2,\"ratedLowSaidPositive\":1")
                .endsWith(
                        "\"termTotal\":12,\"terms\":[{\"term\":\"call back\",\"count\":4},"
                                + "{\"term\":\"adjuster\",\"count\":3}]}");
        assertThat(SignalDocument.id(Samples.hour()))
                .endsWith("|all|2026-03-31T23:00:00Z|3600|product=home");
    }

    @Test
    void aSignalLivesInTheMonthItsWindowStartsIn() {
        assertThat(SignalDocument.index(Samples.signal())).isEqualTo("cx-signals-2026-03");
        assertThat(SignalDocument.id(Samples.signal()))
                .isEqualTo("insurance-personal-lines|claim|phone|2026-03-31T23:59:00Z|60");
        assertThat(SignalDocument.version(Samples.signal())).isEqualTo(7);
    }

    @Test
    void theHealthOfAChannelHasNoStageAndNoCount() {
        assertThat(text(HealthDocument.encode(Samples.failing())))
                .isEqualTo(
                        "{\"channel\":\"mobile\",\"source\":\"app-store\","
                                + "\"windowStart\":\"2026-03-04T05:10:00Z\","
                                + "\"windowEnd\":\"2026-03-04T05:11:00Z\",\"windowSeconds\":60,"
                                + "\"health\":{\"state\":\"failing\",\"cause\":\"status 503\","
                                + "\"since\":\"2026-03-04T05:06:07Z\","
                                + "\"at\":\"2026-03-04T05:10:00.123456Z\","
                                + "\"lastSuccess\":\"2026-03-04T05:06:07Z\","
                                + "\"lastRecord\":\"2026-03-04T05:06:07Z\",\"records\":2,"
                                + "\"bytes\":4096,\"failuresInARow\":5,\"lagSeconds\":1.5}}");
        assertThat(HealthDocument.index(Samples.failing())).isEqualTo("cx-signals-2026-03");
        assertThat(HealthDocument.id(Samples.failing()))
                .isEqualTo("health:app-store:2026-03-04T05:10:00Z:failing");
        assertThat(HealthDocument.version(Samples.failing()))
                .isEqualTo(Samples.OBSERVED.toEpochMilli());
    }

    @Test
    void anAlertIsOneDocumentOverItsLife() {
        assertThat(AlertDocument.id(Alerts.full())).isEqualTo("9f2c");
        assertThat(AlertDocument.version(Alerts.full())).isEqualTo(5);
        assertThat(text(AlertDocument.encode(Alerts.full())))
                .isEqualTo(AlertJson.line(Alerts.full()));
    }

    @Test
    void theWatchOverAStageHasADocumentAnHour() {
        assertThat(WatchDocument.index(Alerts.pending())).isEqualTo("cx-signals-2026-03");
        assertThat(WatchDocument.id(Alerts.pending()))
                .isEqualTo("watch:insurance-personal-lines|claim|2026-03-04T05:00:00Z");
        assertThat(WatchDocument.version(Alerts.pending()))
                .isEqualTo(Instant.parse("2026-03-04T06:00:00Z").toEpochMilli());
        assertThat(text(WatchDocument.encode(Alerts.pending())))
                .isEqualTo(
                        "{\"windowStart\":\"2026-03-04T05:00:00Z\","
                                + "\"windowEnd\":\"2026-03-04T06:00:00Z\",\"windowSeconds\":3600,"
                                + "\"watch\":{\"journey\":\"insurance-personal-lines\","
                                + "\"stage\":\"claim\",\"at\":\"2026-03-04T06:00:00Z\","
                                + "\"learning\":false,\"n\":4000,\"needed\":1000,"
                                + "\"expected\":0.25,\"statistic\":4.5,\"threshold\":6.25,"
                                + "\"pendingSince\":\"2026-03-04T05:35:00Z\"}}");
    }

    @Test
    void whatAJobDidForAChannelHasNoStageAndNoCount() {
        assertThat(text(JobDocument.encode(Samples.taggingOfAChannel())))
                .isEqualTo(
                        "{\"windowStart\":\"2026-03-04T05:10:00Z\","
                                + "\"windowEnd\":\"2026-03-04T05:11:00Z\",\"windowSeconds\":60,"
                                + "\"job\":{\"name\":\"tagging\",\"source\":\"app-store\","
                                + "\"at\":\"2026-03-04T05:11:02Z\",\"records\":40,"
                                + "\"busyMillis\":12,\"byTeacher\":1,\"byStudent\":39}}");
        assertThat(JobDocument.index(Samples.taggingOfAChannel())).isEqualTo("cx-signals-2026-03");
        assertThat(JobDocument.id(Samples.taggingOfAChannel()))
                .isEqualTo("job:tagging:app-store:2026-03-04T05:10:00Z");
        assertThat(JobDocument.version(Samples.taggingOfAChannel()))
                .isEqualTo(Instant.parse("2026-03-04T05:11:02Z").toEpochMilli());
    }

    @Test
    void whatAWholeJobDidNamesNoChannel() {
        assertThat(JobDocument.id(Samples.wholeJob()))
                .isEqualTo("job:signals::2026-03-04T05:10:00Z");
        assertThat(text(JobDocument.encode(Samples.wholeJob())))
                .endsWith(
                        "\"job\":{\"name\":\"signals\",\"at\":\"2026-03-04T05:11:02Z\","
                                + "\"records\":40,\"watermarkDelaySeconds\":61.5,"
                                + "\"backlogRecords\":0}}");
    }

    @Test
    void aDeadLetterHoldsCoordinatesAndNoPayload() {
        assertThat(text(DeadLetterDocument.encode(Samples.deadLetter())))
                .isEqualTo(
                        "{\"id\":\""
                                + Samples.deadLetter().id()
                                + "\",\"reason\":\"MISSING_FIELD\",\"stage\":\"parse\","
                                + "\"channel\":\"phone\",\"source\":\"call-files\","
                                + "\"message\":\"JobName is absent\",\"record\":3,"
                                + "\"feedbackId\":\"phone:calls:call-17\","
                                + "\"observedAt\":\"2026-03-04T05:10:00.123456Z\",\"size\":7000000,"
                                + "\"provenance\":{\"origin\":\"file:/inbox\",\"position\":4096,"
                                + "\"topic\":\"feedback.raw\",\"partition\":1,\"offset\":7,"
                                + "\"sha256\":\""
                                + Samples.SHA256
                                + "\"}}");
    }

    @Test
    void aReplayedLetterSaysWhenAndByWhomAndWhatCameOfIt() {
        assertThat(text(DeadLetterDocument.encode(Samples.replayedLetter())))
                .endsWith(
                        ",\"replayedAt\":\"2026-03-09T08:00:00Z\",\"replayedBy\":\"ana\","
                                + "\"outcome\":\"tagged\"}");
    }

    @Test
    void theLatestReplayIsTheVersionOfALetter() {
        assertThat(DeadLetterDocument.version(Samples.deadLetter())).isEqualTo(1);
        assertThat(DeadLetterDocument.version(Samples.replayedLetter()))
                .isEqualTo(Samples.replayedLetter().replay().at().toEpochMilli());
    }

    @Test
    void aDeadLetterFromOutsideKafkaHasNoPartition() {
        assertThat(text(DeadLetterDocument.encode(Samples.bareDeadLetter())))
                .doesNotContain("partition", "offset", "channel");
        assertThat(DeadLetterDocument.id(Samples.bareDeadLetter())).hasSize(64);
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
