package io.throughline.channels.webvtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.RejectedException;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {

    @Test
    void hoursMayBeLeftOutAndMayBeMany() {
        assertThat(turns("WEBVTT\n\n00:01.500 --> 123:00:02.000\n<v Customer>Late"))
                .containsExactly(new Turn(0, Role.CUSTOMER, "Late", 1_500L, 442_802_000L));
    }

    @Test
    void aBlockWithoutTimesIsNoCue() {
        assertThat(turns("WEBVTT\n\nNOTE a --> b\n\nREGION\nid:x\n\n00:00.000 --> 00:01.000\nHi"))
                .hasSize(1);
    }

    @Test
    void aCueWithoutASpeakerGoesOnWithTheLastOne() {
        String cue = "\n\n00:00.000 --> 00:01.000\n";

        assertThat(turns("WEBVTT" + cue + "Agent: Hi" + cue + "there" + cue + "Caller: Yes"))
                .extracting(Turn::role)
                .containsExactly(Role.AGENT, Role.AGENT, Role.CUSTOMER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:61.000 --> 01:02.000", "0:01 --> 0:02", "x --> y", "-->"})
    void timesThatCannotBeReadAreRefused(String times) {
        assertThatThrownBy(() -> Transcript.of("WEBVTT\n\n" + times + "\n<v Customer>Hi"))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("cue 1");
    }

    @Test
    void aColonAloneIsNoSpeaker() {
        assertThat(turns("Agent: Hello\nOne thing: it is at 10:30.\nCustomer: Good"))
                .extracting(Turn::text)
                .containsExactly("Hello One thing: it is at 10:30.", "Good");
    }

    @Test
    void hostileTextTakesNoTimeThatGrowsWithItsSquare() {
        String blanks = "\n".repeat(500_000) + " ".repeat(500_000) + "<v ".repeat(200_000);
        long begin = System.nanoTime();

        Transcript.of("Agent: Hi\n" + blanks);
        Transcript.of("WEBVTT\n\n00:00.000 --> 00:01.000\n" + "<v ".repeat(200_000));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    private static List<Turn> turns(String text) {
        return Transcript.of(text).turns();
    }
}
