package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.Direction;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Traits;
import io.throughline.domain.watch.StageWatch;
import io.throughline.local.demo.DemoLabel;
import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoWorld;
import io.throughline.local.demo.words.Feeling;
import io.throughline.model.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the detectors of the pipeline find in the demo's history by the labels it was written for:
 * the drop that was put in, soon, where it is, and nothing else.
 */
class DemoAlertsTest {

    private static final String JOURNEY = "insurance-personal-lines";
    private static final Instant END = Instant.parse("2026-03-18T15:00:00Z");

    /**
     * Longest interval of the onset: somebody who reads it knows which half of a day to look at.
     */
    private static final Duration NEAR = Duration.ofHours(12);

    @ParameterizedTest
    @ValueSource(longs = {DemoOptions.DEFAULT_SEED, 12, 13})
    void theDropOfClaimsIsFoundWhereItIsAndNothingElse(long seed) {
        found(new DemoOptions(seed, END, DemoOptions.DEFAULT_RECORDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 17})
    void atWhateverTimeOfDayItIsStarted(int hours) {
        found(DemoOptions.endingAt(END.plus(Duration.ofHours(hours))));
    }

    private static void found(DemoOptions options) {
        List<Alert> alerts = alerts(options);
        Instant injected = DemoWorld.worseFrom(options);

        assertThat(Duration.between(injected, options.end()))
                .isBetween(Duration.ofHours(36), Duration.ofHours(60));
        assertThat(alerts).extracting(Alert::stage).containsOnly("claim");
        assertThat(alerts)
                .filteredOn(alert -> alert.direction() == Direction.DROP)
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(injected)
                                    .isBetween(alert.onset().earliest(), alert.onset().latest());
                            assertThat(
                                            Duration.between(
                                                    alert.onset().earliest(),
                                                    alert.onset().latest()))
                                    .isLessThan(NEAR);
                            assertThat(alert.firedAt()).isAfter(injected).isBefore(options.end());
                            assertThat(alert.drivers().get(0).channel()).isEqualTo("phone");
                            assertThat(alert.resolvedAt()).isNull();
                        });
    }

    private static List<Alert> alerts(DemoOptions options) {
        Map<String, StageWatch> watches = new LinkedHashMap<>();
        for (DemoLabel label : DemoWorld.generate(options).labels()) {
            if (label.stage() != null) {
                watches.computeIfAbsent(label.stage(), DemoAlertsTest::watch).apply(change(label));
            }
        }
        Map<String, Alert> newest = new LinkedHashMap<>();
        for (StageWatch watch : watches.values()) {
            watch.advance(options.end()).forEach(alert -> newest.put(alert.id(), alert));
        }
        return new ArrayList<>(newest.values());
    }

    private static StageWatch watch(String stage) {
        StageWatch watch = new StageWatch(JOURNEY, stage);
        watch.tell(
                new AlertCommand(
                        "rules",
                        AlertCommand.Kind.RULES,
                        Instant.EPOCH,
                        "demo",
                        null,
                        null,
                        Map.of(),
                        null,
                        AlertRulesReader.yaml(DemoAlerts.RULES)));
        return watch;
    }

    private static Change change(DemoLabel label) {
        Traits traits = new Traits(label.feedbackId(), 1, "demo", "en", 0, 0, List.of());
        return new Change(
                new Contribution(
                        JOURNEY,
                        label.stage(),
                        label.channel().id(),
                        label.occurredAt().getEpochSecond() / 60,
                        sentiment(label.feeling()),
                        0,
                        1_000_000,
                        null,
                        traits),
                Change.ADD);
    }

    @SuppressWarnings("EnumOrdinal") // as contributions have it
    private static int sentiment(Feeling feeling) {
        return switch (feeling) {
            case NEGATIVE -> SentimentLabel.NEGATIVE.ordinal();
            case NEUTRAL, MIXED -> SentimentLabel.NEUTRAL.ordinal();
            case POSITIVE -> SentimentLabel.POSITIVE.ordinal();
        };
    }
}
