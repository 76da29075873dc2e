package io.throughline.domain.detect;

import static io.throughline.domain.detect.Streams.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.domain.detect.simulate.SyntheticChannel;
import io.throughline.domain.detect.simulate.SyntheticStage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentimentDetectorTest {

    private final SentimentDetector detector = new SentimentDetector(AlertRules.DEFAULT);

    @Test
    void aDropFiresSoonAndSaysWhatItRestsOn() {
        List<Finding> found = feed(Streams.dropOfDays(7), 23);

        Finding fires = found.get(0);
        assertThat(fires.phase()).isEqualTo(Phase.FIRES);
        assertThat(fires.direction()).isEqualTo(Direction.DROP);
        assertThat(fires.at()).isBetween(day(20), day(22));
        assertThat(fires.figures().expected()).isCloseTo(0.25, within(0.04));
        assertThat(fires.figures().observed()).isGreaterThan(0.35);
        assertThat(fires.figures().low()).isPositive();
        assertThat(fires.figures().count()).isGreaterThanOrEqualTo(30);
        assertThat(fires.figures().authors()).isGreaterThanOrEqualTo(10);
        assertThat(fires.decision().statistic()).isGreaterThan(fires.decision().threshold());
        assertThat(fires.onset().earliest()).isBeforeOrEqualTo(day(20));
        assertThat(fires.onset().latest()).isAfterOrEqualTo(day(20));
        assertThat(found).extracting(Finding::direction).containsOnly(Direction.DROP);
    }

    @Test
    void itRecoversWhenFeedbackShowsTheReturn() {
        List<Finding> found = feed(Streams.dropOfDays(4), 30);

        assertThat(found)
                .filteredOn(finding -> finding.phase() == Phase.RECOVERED)
                .singleElement()
                .satisfies(recovered -> assertThat(recovered.at()).isBetween(day(24), day(26)));
    }

    @Test
    void aPermanentChangeStaysOpenUntilItIsAccepted() {
        List<WindowSums> windows = Streams.of(Streams.dropOfDays(365), Duration.ofDays(76), 4);
        List<WindowSums> before = upTo(windows, 60);
        List<Finding> found = Streams.feed(detector, before);
        assertThat(found).extracting(Finding::phase).doesNotContain(Phase.RECOVERED);
        assertThat(detector.expected()).as("frozen").isCloseTo(0.25, within(0.04));

        detector.accept(Direction.DROP);

        assertThat(detector.learning()).isFalse();
        assertThat(detector.expected()).isCloseTo(0.4, within(0.04));
        List<Finding> after =
                Streams.feed(detector, windows.subList(before.size(), windows.size()));
        assertThat(after).extracting(Finding::direction).doesNotContain(Direction.DROP);
    }

    @Test
    void silenceIsNoRecovery() {
        List<Finding> found =
                Streams.feed(detector, Streams.of(Streams.dropOfDays(7), Duration.ofDays(22), 1));
        assertThat(found).isNotEmpty();

        List<Finding> later = Streams.feed(detector, List.of(window(60, 1, 0), window(90, 1, 0)));

        assertThat(later).extracting(Finding::phase).containsOnly(Phase.FIRING);
    }

    @Test
    void aRiseIsTheMirrorOfADrop() {
        SyntheticStage stage =
                SyntheticStage.steady(10, 0.4)
                        .withChange(Duration.ofDays(20), Duration.ofDays(30), 0.5, Duration.ZERO);

        List<Finding> found = feed(stage, 25);

        assertThat(found).isNotEmpty();
        assertThat(found).extracting(Finding::direction).containsOnly(Direction.RISE);
        assertThat(found.get(0).figures().high()).isNegative();
    }

    @Test
    void contributionsOfChannelsSumToTheChange() {
        SyntheticStage stage =
                Streams.dropOfDays(7)
                        .withChannels(
                                List.of(
                                        new SyntheticChannel("web", 0.5, 0.5, 0.2),
                                        new SyntheticChannel("phone", 0.3, 0.3, 0.3),
                                        new SyntheticChannel("social", 0.2, 0.2, 0.4)),
                                SyntheticStage.NEVER);

        Finding fires = feed(stage, 24).get(0);

        assertThat(fires.drivers()).hasSize(3);
        assertThat(fires.drivers().stream().mapToDouble(Driver::contribution).sum())
                .isCloseTo(fires.figures().observed() - fires.figures().expected(), within(1e-15));
        assertThat(fires.drivers().stream().mapToLong(Driver::count).sum())
                .isEqualTo(fires.figures().count());
        assertThat(fires.drivers())
                .isSortedAccordingTo(
                        (one, other) -> Double.compare(other.contribution(), one.contribution()));
    }

    @Test
    void anotherMixOfChannelsIsNoChange() {
        SyntheticStage stage =
                SyntheticStage.steady(10, 0)
                        .withChannels(
                                List.of(
                                        new SyntheticChannel("web", 0.8, 0.2, 0.1),
                                        new SyntheticChannel("phone", 0.2, 0.8, 0.5)),
                                Duration.ofDays(20));
        int fired = 0;
        for (int seed = 0; seed < 8; seed++) {
            List<WindowSums> windows = Streams.of(stage, Duration.ofDays(27), seed);
            boolean dropped =
                    Streams.feed(new SentimentDetector(AlertRules.DEFAULT), windows).stream()
                            .anyMatch(found -> found.direction() == Direction.DROP);
            fired += dropped ? 1 : 0;
        }

        assertThat(fired).as("of 8; unadjusted all of them").isLessThanOrEqualTo(2);
    }

    @Test
    void aChannelThatWasNeverHeardBeforeDecidesNothing() {
        Streams.feed(detector, Streams.of(SyntheticStage.steady(10, 0.25), Duration.ofDays(20), 1));

        List<Finding> found = detector.close(window(20, 500, 500));

        assertThat(found).extracting(Finding::phase).containsOnly(Phase.QUIET);
    }

    @Test
    void itSaysHowFarLearningIs() {
        List<WindowSums> windows =
                Streams.of(SyntheticStage.steady(2, 0.25), Duration.ofDays(20), 1);

        Streams.feed(detector, upTo(windows, 3));
        assertThat(detector.learning()).isTrue();
        assertThat(detector.count()).isBetween(50L, 150L);
        assertThat(detector.needed()).isEqualTo(200);

        Streams.feed(detector, upTo(windows, 20).subList(upTo(windows, 3).size(), 700));
        assertThat(detector.learning()).isFalse();
    }

    @Test
    void windowsMustFollow() {
        detector.close(window(2, 1, 0));

        assertThatThrownBy(() -> detector.close(window(2, 1, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Finding> feed(SyntheticStage stage, int days) {
        return Streams.feed(detector, Streams.of(stage, Duration.ofDays(days), 1));
    }

    private static List<WindowSums> upTo(List<WindowSums> windows, int day) {
        return windows.stream().filter(window -> window.start().isBefore(day(day))).toList();
    }

    private static WindowSums window(int day, long count, long negative) {
        return new WindowSums(
                day(day),
                List.of(
                        new Cell(
                                "post",
                                count,
                                count * 1_000_000,
                                negative * 1_000_000,
                                0,
                                java.util.Set.of(),
                                count)));
    }
}
