package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.Samples;
import io.throughline.model.StageSignal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no record end in one kind of exception, whatever is wrong with them. */
class WireFormatTest {

    private static final int HEADER = 10;

    static List<Fixture<?>> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void refusesBytesCutOffAnywhere(Fixture<?> fixture) {
        byte[] bytes = fixture.encode();
        for (int length = 0; length < bytes.length; length++) {
            refuses(fixture.codec(), Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void refusesBytesAfterTheRecord(Fixture<?> fixture) {
        byte[] bytes = fixture.encode();

        refuses(fixture.codec(), Arrays.copyOf(bytes, bytes.length + 1));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void neverFailsInAnotherWayOnDamagedBytes(Fixture<?> fixture) {
        Random random = new Random(17);
        byte[] bytes = fixture.encode();
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] damaged = bytes.clone();
            for (int hit = 0; hit < 3; hit++) {
                damaged[HEADER + random.nextInt(bytes.length - HEADER)] = (byte) random.nextInt();
            }
            try {
                fixture.codec().decode(damaged);
            } catch (WireFormatException expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void refusesALengthThatTheBytesCannotHold() {
        byte[] header = Arrays.copyOf(Codecs.RAW_ENVELOPE.encode(Samples.bareEnvelope()), HEADER);
        byte[] huge = Arrays.copyOf(header, HEADER + 6);
        byte[] almostTwoGigabytes = {
            (byte) 0x80, (byte) 0xCC, (byte) 0xFD, (byte) 0x93, (byte) 0x0E
        };
        System.arraycopy(almostTwoGigabytes, 0, huge, HEADER, almostTwoGigabytes.length);

        refuses(Codecs.RAW_ENVELOPE, huge);
    }

    @Test
    void refusesACountThatTheBytesCannotHold() {
        byte[] whole = Codecs.STAGE_SIGNAL.encode(Samples.signal());
        int bins = 0;
        while (whole[bins] != 2 * StageSignal.SCORE_BINS || whole[bins + 1] != 4) {
            bins++;
        }
        byte[] huge = Arrays.copyOf(whole, bins + 5);
        byte[] almostTwoBillion = {(byte) 0x80, (byte) 0xA0, (byte) 0xFE, (byte) 0xA7, 0x0E};
        System.arraycopy(almostTwoBillion, 0, huge, bins, 5);

        refuses(Codecs.STAGE_SIGNAL, huge);
    }

    @Test
    void refusesARecordOfAnotherType() {
        byte[] tally = Codecs.TALLY.encode(Samples.tally());

        refuses(Codecs.FEEDBACK, tally);
    }

    @Test
    void tellsSizesAndNoContent() {
        byte[] text = "my secret words".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> Codecs.FEEDBACK.decode(text))
                .withMessageContaining("15 bytes")
                .withMessageNotContaining("secret");
    }

    private static void refuses(Codec<?> codec, byte[] bytes) {
        assertThatExceptionOfType(WireFormatException.class).isThrownBy(() -> codec.decode(bytes));
    }
}
