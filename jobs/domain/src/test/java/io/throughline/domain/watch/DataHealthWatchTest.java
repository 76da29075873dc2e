package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.alert.Direction;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataHealthWatchTest {

    private DataHealthWatch health = new DataHealthWatch(Feed.JOURNEY);
    private final StageWatch stage = new StageWatch(Feed.JOURNEY, Feed.STAGE);
    private final List<DataFault> faults = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void healthyFeedsHaveNoFaults() {
        play(new Feed().add("web", 0, 21, 12, 0.25).add("phone", 0, 21, 4, 0.3), 21);

        assertThat(faults).isEmpty();
    }

    @Test
    void aTrueDropOfAHealthyFeedIsNotHeldBack() {
        play(new Feed().add("web", 0, 16, 20, 0.25).add("web", 16, 18, 20, 0.6), 18);

        assertThat(faults).isEmpty();
        assertThat(alerts)
                .anyMatch(
                        alert ->
                                alert.direction() == Direction.DROP
                                        && alert.state() == AlertState.FIRING);
    }

    @Test
    void anOutageIsAFaultAndTheCollapseIsHeldBack() {
        Feed feed = new Feed().add("web", 0, 16, 20, 0.25).add("phone", 0, 19, 2, 0.25);
        play(feed.add("web", 17.5, 19, 20, 0.25), 19);

        DataFault begins = faults.get(0);
        assertThat(begins.kind()).isEqualTo(Kind.CHANNEL_STALLED);
        assertThat(begins.channel()).isEqualTo("web");
        assertThat(begins.from()).isBetween(Feed.at(15.9), Feed.at(16.2));
        assertThat(begins.until()).isNull();
        DataFault ends = faults.get(1);
        assertThat(ends.from()).isEqualTo(begins.from());
        assertThat(ends.until()).isBetween(Feed.at(17.5), Feed.at(18.5));
        assertThat(alerts).isNotEmpty().allMatch(alert -> alert.state() == AlertState.SUPPRESSED);
        assertThat(alerts.get(0).handling().faults()).containsExactly("channel-stalled");
    }

    @Test
    void aSourceThatSaysItFailsIsAFaultUntilItIsWell() {
        health.tell(word(HealthState.OK, 1, 1));
        health.tell(word(HealthState.FAILING, 2, 2));
        health.tell(word(HealthState.FAILING, 2, 2.5));
        health.tell(word(HealthState.OK, 3, 3));
        faults.addAll(health.advance(Feed.at(2.2)));

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).from()).isEqualTo(Feed.at(1.9));
        assertThat(faults.get(0).detail()).isEqualTo("shop-mail is failing");
        faults.addAll(health.advance(Feed.at(4)));
        assertThat(faults).hasSize(2);
        assertThat(faults.get(1).until()).isEqualTo(Feed.at(3));
    }

    @Test
    void aTaggerThatAbstainsFarMoreOftenIsAFault() {
        play(new Feed().add("web", 0, 10, 20, 0.25), 10);
        for (int i = 0; i < 400; i++) {
            odd(Feed.minute(10) + i, i % 2 == 0 ? Contribution.ABSTAINED : 1, Feed.STAGE, "m1");
        }
        advance(10.3);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).kind()).isEqualTo(Kind.ABSTENTION_JUMP);
        play(new Feed().add("web", 10.4, 11, 20, 0.25), 11);
        assertThat(faults).hasSize(2);
        assertThat(faults.get(1).until()).isNotNull();
    }

    @Test
    void feedbackThatFitsNowhereIsAFault() {
        play(new Feed().add("web", 0, 10, 20, 0.25), 10);
        for (int i = 0; i < 400; i++) {
            odd(Feed.minute(10) + i, 1, i % 2 == 0 ? "unassigned" : Feed.STAGE, "m1");
        }
        advance(10.3);

        assertThat(faults).extracting(DataFault::kind).containsExactly(Kind.UNASSIGNED_JUMP);
    }

    @Test
    void anotherModelThatFindsTheSameIsNoFault() {
        play(
                new Feed()
                        .add("web", 0, 10, 20, 0.25, "m1")
                        .add("web", 10, 12, 20, 0.25, "m2")
                        .add("web", 12, 14, 20, 0.25, "m3"),
                14);

        assertThat(faults).isEmpty();
    }

    @Test
    void aModelThatFindsOtherwiseIsAFaultForADay() {
        play(new Feed().add("web", 0, 16, 20, 0.25, "m1").add("web", 16, 19, 20, 0.6, "m2"), 19);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).kind()).isEqualTo(Kind.MODEL_CHANGE);
        assertThat(faults.get(0).from()).isEqualTo(Feed.at(16).minus(Duration.ofHours(1)));
        assertThat(faults.get(0).until()).isEqualTo(Feed.at(17));
        assertThat(alerts.get(0).state()).isEqualTo(AlertState.SUPPRESSED);
        assertThat(alerts.get(0).handling().faults()).containsExactly("model-change");
        assertThat(alerts)
                .as("what is still there a day later is told")
                .anyMatch(
                        alert ->
                                alert.state() == AlertState.FIRING
                                        && alert.firedAt().isAfter(Feed.at(17)));
    }

    @Test
    void aRestartChangesNothing() throws IOException {
        Feed feed = new Feed().add("web", 0, 16, 20, 0.25).add("web", 17, 19, 20, 0.25);
        play(feed, 19);
        List<DataFault> straight = List.copyOf(faults);
        faults.clear();
        health = new DataHealthWatch(Feed.JOURNEY);
        for (Change change : feed.changes()) {
            health.apply(change);
            long minute = change.contribution().minute();
            if (minute % (7 * 60) == 0) {
                faults.addAll(health.advance(Instant.ofEpochSecond(minute * 60)));
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                health.write(new DataOutputStream(out));
                health =
                        DataHealthWatch.read(
                                new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
            }
        }
        faults.addAll(health.advance(Feed.at(19)));

        assertThat(faults).isEqualTo(straight).isNotEmpty();
    }

    private void odd(long minute, int label, String of, String model) {
        health.apply(
                new Change(
                        Feed.contribution(
                                of, "web", minute, label, "o" + minute, "o" + minute, model, 0),
                        Change.ADD));
    }

    private static ChannelHealth word(HealthState state, double since, double at) {
        return new ChannelHealth(
                "shop-mail",
                "web",
                state,
                null,
                Feed.at(since),
                Feed.at(at),
                null,
                Feed.at(since - 0.1),
                0,
                0,
                0,
                Duration.ZERO);
    }

    private void play(Feed feed, double until) {
        stage.tell(Feed.rules("warmUp: 7d\n"));
        for (Change change : feed.changes()) {
            health.apply(change);
            stage.apply(change);
            long minute = change.contribution().minute();
            if (minute % 30 == 0) {
                advance(Instant.ofEpochSecond(minute * 60));
            }
        }
        advance(until);
    }

    private void advance(double day) {
        advance(Feed.at(day));
    }

    private void advance(Instant to) {
        for (DataFault fault : health.advance(to)) {
            faults.add(fault);
            stage.tell(fault);
        }
        alerts.addAll(stage.advance(to));
    }
}
