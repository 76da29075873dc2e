package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.health.ArrivalHistory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelSplitSerializerTest {

    private final ChannelSplitSerializer serializer = new ChannelSplitSerializer();
    private final EnumeratorStateSerializer states = new EnumeratorStateSerializer();

    @Test
    void readsBackWhatItWrote() throws IOException {
        ChannelSplit split =
                new ChannelSplit(
                        "müll",
                        Map.of("page:1", "a".repeat(100_000), "\uD83D\uDE00", "", "events", "42"),
                        new ArrivalHistory(
                                Instant.parse("2026-03-04T05:06:07.089Z"),
                                17,
                                Duration.ofMillis(123_456)));

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
                .isEqualTo(split);
    }

    @Test
    void readsVersionOneAsItWasReleased() throws IOException {
        byte[] released =
                HexFormat.of().parseHex("000000026170" + "00000001" + "000000016b" + "0000000176");

        assertThat(serializer.deserialize(1, released))
                .isEqualTo(new ChannelSplit("ap", Map.of("k", "v"), ArrivalHistory.NONE));
    }

    @Test
    void readsVersionTwoAsItWasReleased() throws IOException {
        byte[] released =
                HexFormat.of()
                        .parseHex(
                                "000000026170"
                                        + "00000001"
                                        + "000000016b"
                                        + "0000000176"
                                        + "0000000000000002"
                                        + "00000000000003e8"
                                        + "00000000000000fa");
        ChannelSplit split =
                new ChannelSplit(
                        "ap",
                        Map.of("k", "v"),
                        new ArrivalHistory(Instant.ofEpochSecond(1), 2, Duration.ofMillis(250)));

        assertThat(serializer.deserialize(2, released)).isEqualTo(split);
        assertThat(serializer.serialize(split)).isEqualTo(released);
    }

    @Test
    void readsTheStateOfTheEnumeratorAsItWasReleased() throws IOException {
        byte[] released = HexFormat.of().parseHex("00000002" + "0000000161" + "000000026263");

        assertThat(states.deserialize(1, released))
                .isEqualTo(new EnumeratorState(Set.of("a", "bc")));
        assertThat(states.serialize(new EnumeratorState(Set.of("a", "bc")))).isEqualTo(released);
    }

    @Test
    void refusesVersionsItDoesNotKnow() {
        assertThatThrownBy(() -> serializer.deserialize(3, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 3");
        assertThatThrownBy(() -> states.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void refusesBytesThatAreCutOff() {
        assertThatThrownBy(() -> serializer.deserialize(1, new byte[] {0, 0, 0, 9, 'a'}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void readsBackTheStateOfTheEnumerator() throws IOException {
        EnumeratorState state = new EnumeratorState(Set.of("app-store", "mastodon"));

        assertThat(states.deserialize(states.getVersion(), states.serialize(state)))
                .isEqualTo(state);
    }
}
