package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
                        Map.of("page:1", "a".repeat(100_000), "\uD83D\uDE00", "", "events", "42"));

        assertThat(serializer.deserialize(serializer.getVersion(), serializer.serialize(split)))
                .isEqualTo(split);
    }

    @Test
    void readsVersionOneAsItWasReleased() throws IOException {
        byte[] released =
                HexFormat.of().parseHex("000000026170" + "00000001" + "000000016b" + "0000000176");

        assertThat(serializer.deserialize(1, released))
                .isEqualTo(new ChannelSplit("ap", Map.of("k", "v")));
        assertThat(serializer.serialize(new ChannelSplit("ap", Map.of("k", "v"))))
                .isEqualTo(released);
    }

    @Test
    void refusesVersionsItDoesNotKnow() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
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
