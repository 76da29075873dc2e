package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.domain.detect.simulate.SyntheticChannel;
import io.throughline.domain.detect.simulate.SyntheticStage;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentimentDetectorStateTest {

    private static final List<SyntheticChannel> CHANNELS =
            List.of(
                    new SyntheticChannel("web", 0.5, 0.5, 0.2),
                    new SyntheticChannel("phone", 0.5, 0.5, 0.3));
    private final List<WindowSums> windows =
            Streams.of(
                    Streams.dropOfDays(3).withChannels(CHANNELS, SyntheticStage.NEVER),
                    Duration.ofDays(26),
                    1);

    @Test
    void aCopyOfTheStateGoesOnAlikeAtAnyPoint() {
        SentimentDetector one = new SentimentDetector(AlertRules.DEFAULT);
        SentimentDetector other = new SentimentDetector(AlertRules.DEFAULT);
        for (int i = 0; i < windows.size(); i++) {
            if (i % 397 == 0) {
                other = Streams.copy(other);
            }
            assertThat(other.close(windows.get(i))).isEqualTo(one.close(windows.get(i)));
        }
        assertThat(Streams.bytes(other)).isEqualTo(Streams.bytes(one));
    }

    @Test
    void theOrderInsideAWindowDoesNotMatter() {
        SentimentDetector one = new SentimentDetector(AlertRules.DEFAULT);
        SentimentDetector other = new SentimentDetector(AlertRules.DEFAULT);
        Random random = new Random(3);
        for (WindowSums window : windows) {
            List<Cell> cells = new ArrayList<>(window.cells());
            Collections.shuffle(cells, random);
            one.close(window);
            other.close(new WindowSums(window.start(), cells));
        }

        assertThat(Streams.bytes(other)).isEqualTo(Streams.bytes(one));
    }

    @Test
    void aCorrectionLeavesTheStatisticOfTheCorrectedWindows() {
        int at = indexOf(20) + 20;
        WindowSums without =
                new WindowSums(
                        windows.get(at).start(),
                        windows.get(at).cells().stream()
                                .map(cell -> praise(cell.channel(), 7))
                                .toList());
        SentimentDetector inTime = new SentimentDetector(AlertRules.DEFAULT);
        SentimentDetector late = new SentimentDetector(AlertRules.DEFAULT);
        for (int i = 0; i <= at + 10; i++) {
            inTime.close(windows.get(i));
            late.close(i == at ? without : windows.get(i));
        }
        assertThat(late.statistic(Direction.DROP)).isNotEqualTo(inTime.statistic(Direction.DROP));

        late.correct(windows.get(at));

        assertThat(late.statistic(Direction.DROP)).isEqualTo(inTime.statistic(Direction.DROP));
        assertThat(late.statistic(Direction.RISE)).isEqualTo(inTime.statistic(Direction.RISE));
    }

    @Test
    void whatFiredIsNeverUnfiredAndItsFiguresAreCorrected() {
        SentimentDetector detector = new SentimentDetector(AlertRules.DEFAULT);
        int at = 0;
        Finding fires = null;
        while (fires == null) {
            fires =
                    detector.close(windows.get(at++)).stream()
                            .filter(finding -> finding.phase() == Phase.FIRES)
                            .findFirst()
                            .orElse(null);
        }
        WindowSums last = windows.get(at - 1);

        List<Finding> corrected =
                detector.correct(new WindowSums(last.start(), List.of(praise("web", 40))));

        assertThat(corrected).hasSize(1);
        assertThat(corrected.get(0).figures().observed()).isLessThan(fires.figures().observed());
        assertThat(detector.close(windows.get(at)).get(0).phase())
                .isIn(Phase.FIRING, Phase.RECOVERING);
    }

    @Test
    void aWindowThatIsNotKeptAnyMoreChangesNothing() {
        SentimentDetector detector = new SentimentDetector(AlertRules.DEFAULT);
        Streams.feed(detector, windows);
        byte[] before = Streams.bytes(detector);

        assertThat(detector.correct(new WindowSums(windows.get(3).start(), List.of()))).isEmpty();
        assertThat(Streams.bytes(detector)).isEqualTo(before);
    }

    @Test
    void aStateOfAnotherVersionIsRefused() {
        byte[] state = Streams.bytes(new SentimentDetector(AlertRules.DEFAULT));
        state[3] = 99;

        assertThatThrownBy(
                        () ->
                                SentimentDetector.read(
                                        new DataInputStream(new ByteArrayInputStream(state))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    @Test
    void whatIsWrongWithOneChannelDoesNotCarryAnAlert() {
        SentimentDetector detector = new SentimentDetector(AlertRules.DEFAULT);
        Streams.feed(detector, windows.subList(0, indexOf(22)));

        assertThat(detector.standsWithout(Direction.DROP, List.of())).isTrue();
        assertThat(detector.standsWithout(Direction.RISE, List.of())).isFalse();
        assertThat(
                        detector.standsWithout(
                                Direction.DROP, List.of(new LeftOut(null, Streams.day(19), null))))
                .isFalse();
    }

    private static Cell praise(String channel, long count) {
        return new Cell(channel, count, count * 1_000_000, 0, 0, Set.of(), count);
    }

    private int indexOf(int day) {
        int at = 0;
        while (windows.get(at).start().isBefore(Streams.day(day))) {
            at++;
        }
        return at;
    }
}
