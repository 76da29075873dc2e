package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Provenance;
import io.throughline.model.SentimentLabel;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class ChannelWatermarksTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final ChannelWatermarks watermarks =
            new ChannelWatermarks(Duration.ofMinutes(5), Duration.ofSeconds(30));
    private final List<Instant> said = new ArrayList<>();

    @Test
    void saysNothingUntilTheIdleTimeHasPassedInWhatWasObserved() {
        came("web", "12:00:00", "12:00:00");
        came("web", "12:00:29", "12:00:29");
        assertThat(said).isEmpty();

        came("web", "12:00:30", "12:00:30");
        assertThat(said).containsExactly(at("11:55:00"));
    }

    @Test
    void filesThatWereCopiedWithTheirTimesDoNotLetTheIdleTimePass() {
        for (int day = 1; day <= 3; day++) {
            Instant written = NOON.minus(Duration.ofDays(4 - day));
            came(appended(tagged("calls", written, written), at("12:00:0" + day)));
        }
        came(appended(tagged("web", at("12:00:00"), at("12:00:04")), at("12:00:04")));
        assertThat(said).isEmpty();

        came(appended(tagged("calls", at("09:00:00"), at("09:00:00")), at("12:00:40")));
        assertThat(said).as("calls are that far").containsExactly(at("08:55:00"));
    }

    private void came(TaggedFeedback tagged) {
        watermarks.onEvent(tagged, 0, new Said(said));
    }

    private static TaggedFeedback appended(TaggedFeedback tagged, Instant time) {
        Provenance provenance = new Provenance("f", 0, 0, "feedback.raw", 0, 7, "00", time);
        return Samples.tagged(
                tagged.feedback().toBuilder().provenance(provenance).build(),
                SentimentLabel.NEGATIVE,
                "delivery");
    }

    @Test
    void theSourceThatIsLeastFarDecides() {
        came("web", "12:00:00", "12:00:00");
        came("phone", "10:02:00", "12:00:20");
        came("web", "12:00:40", "12:00:40");

        assertThat(said).containsExactly(at("09:57:00"));
    }

    @Test
    void aSourceThatBringsNothingWhileOthersGoOnIsLeftOut() {
        came("phone", "10:02:00", "12:00:00");
        came("web", "12:00:10", "12:00:10");
        came("web", "12:00:30", "12:00:30");
        assertThat(said).containsExactly(at("09:57:00"));

        came("web", "12:00:31", "12:00:31");
        assertThat(said).containsExactly(at("09:57:00"), at("11:55:00"));
    }

    @Test
    void neverGoesBackWhenASourceReturns() {
        came("web", "12:00:00", "12:00:00");
        came("web", "12:00:30", "12:00:30");
        came("phone", "10:02:00", "12:00:40");
        came("web", "12:05:30", "12:00:45");

        assertThat(said).containsExactly(at("11:55:00"));
    }

    @Test
    void aTimeAheadOfTheObserversClockMovesNothing() {
        came("web", "12:00:00", "12:00:00");
        came("web", "18:00:00", "12:00:31");

        assertThat(said).containsExactly(at("11:55:00"));
    }

    @Test
    void feedbackOfLongAgoDoesNotHoldItsOwnSourceBack() {
        came("web", "12:00:00", "12:00:00");
        came("web", "12:07:10", "12:07:10");
        came("web", "03:00:00", "12:08:10");

        assertThat(said).containsExactly(at("12:02:00"));
    }

    @Test
    void saysWholeMinutesOnceEach() {
        came("web", "12:00:00", "12:00:00");
        came("web", "12:06:59", "12:06:59");
        came("web", "12:07:00", "12:07:00");
        came("web", "12:07:30", "12:07:30");

        assertThat(said).containsExactly(at("12:01:00"), at("12:02:00"));
    }

    @Test
    void begunAnewItNeverSaysMoreThanItWouldHave() {
        List<TaggedFeedback> records = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // Made by a fixed rule: three sources, one of them hours late, another bringing seldom.
            String source = i % 97 == 0 ? "post" : i % 3 == 0 ? "phone" : "web";
            Instant observed = NOON.plusSeconds(i * 7L);
            Instant occurred =
                    source.equals("phone") ? observed.minusSeconds(7_200 + i % 11) : observed;
            records.add(tagged(source, occurred, observed));
        }
        for (int restart = 1; restart < records.size(); restart += 13) {
            ChannelWatermarks through = fresh();
            ChannelWatermarks anew = fresh();
            Highest highest = new Highest();
            Highest highestAnew = new Highest();
            for (int i = 0; i < records.size(); i++) {
                through.onEvent(records.get(i), 0, highest);
                if (i >= restart) {
                    anew.onEvent(records.get(i), 0, highestAnew);
                }
                assertThat(highestAnew.timestamp).isLessThanOrEqualTo(highest.timestamp);
            }
            if (restart < records.size() - 10) {
                assertThat(highestAnew.timestamp)
                        .as("after a restart at %s", restart)
                        .isGreaterThan(Long.MIN_VALUE);
            }
        }
    }

    private static ChannelWatermarks fresh() {
        return new ChannelWatermarks(Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    private void came(String source, String occurred, String observed) {
        watermarks.onEvent(tagged(source, at(occurred), at(observed)), 0, new Said(said));
    }

    private static TaggedFeedback tagged(String source, Instant occurred, Instant observed) {
        return Samples.tagged(
                new FeedbackBuilder(Channel.WEB, source, source + observed)
                        .revision(1)
                        .occurredAt(occurred)
                        .observedAt(observed)
                        .text("late")
                        .provenance(Samples.PROVENANCE)
                        .build(),
                SentimentLabel.NEGATIVE,
                "delivery");
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-04T" + time + "Z");
    }

    private record Said(List<Instant> said) implements WatermarkOutput {

        @Override
        public void emitWatermark(Watermark watermark) {
            said.add(Instant.ofEpochMilli(watermark.getTimestamp()));
        }

        @Override
        public void markIdle() {
            throw new AssertionError("whether a partition is idle is for others to say");
        }

        @Override
        public void markActive() {}
    }

    private static final class Highest implements WatermarkOutput {

        private long timestamp = Long.MIN_VALUE;

        @Override
        public void emitWatermark(Watermark watermark) {
            timestamp = watermark.getTimestamp();
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
