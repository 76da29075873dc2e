package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken payloads never throw, never run into a fault of a mapper, and repeat exactly. {@code
 * -Dthroughline.mutations=10000} asks for more of each fixture.
 */
class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("throughline.mutations", 1_000);

    /** Every so many, an envelope is read again. */
    private static final int REPEATED = 10;

    private static final String[] PIECES = {
        "null",
        "{}",
        "[]",
        "-1",
        "1e999",
        "\"\"",
        "true",
        "\\ud800",
        "\"",
        "{",
        "]",
        ",",
        ":",
        "\n",
        "\n\n",
        "data:",
        "\u0000",
        "9".repeat(40),
        "&#xD800;",
        "<",
        "99999999-99-99",
        "%",
        "%ff",
        "&",
        "=",
        "-->",
        "\r\n\r\n",
        "\u202e",
        "[[",
        "(((((",
        "\uD83D\uDE00"
    };

    static Stream<Path> fixtures() throws IOException {
        return GoldenTest.fixtures();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesTypedOutcomes(Path fixture) {
        String id = Fixtures.channelOf(fixture);
        String name = fixture.getFileName().toString();
        ChannelDefinition definition = Fixtures.definition(id);
        ChannelParser parser = new ChannelParser(definition, Fixtures.AUTHORS);
        byte[] original = Fixtures.bytes(id + "/" + name);
        Random random = new Random(name.hashCode());

        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(original, random);
            for (Positioned each : Fixtures.envelopes(definition, name, mutated)) {
                List<Outcome> outcomes = parser.parse(each.envelope());
                for (Outcome outcome : outcomes) {
                    if (outcome instanceof Outcome.Rejected rejected) {
                        assertThat(rejected.message())
                                .as("mutation %s of %s", i, name)
                                .doesNotStartWith(ChannelParser.UNEXPECTED);
                    }
                }
                if (i % REPEATED == 0) {
                    assertThat(parser.parse(each.envelope())).isEqualTo(outcomes);
                    outcomes.forEach(outcome -> assertThat(Fixtures.line(outcome)).isNotEmpty());
                }
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(1 + random.nextInt(40)));
            bytes =
                    switch (random.nextInt(6)) {
                        case 0 -> flipped(bytes, at, random);
                        case 1 -> replaced(bytes, at, to, new byte[0]);
                        case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                        case 3 -> Arrays.copyOf(bytes, Math.max(1, at));
                        case 4 -> replaced(bytes, at, to, piece(random));
                        default -> valueReplaced(bytes, at, random);
                    };
        }
        return bytes;
    }

    private static byte[] piece(Random random) {
        return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    /** Replaces a whole JSON value after a colon, so that the document stays well-formed. */
    private static byte[] valueReplaced(byte[] bytes, int from, Random random) {
        int colon = from;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int end = colon + 1;
        while (end < bytes.length && bytes[end] != ',' && bytes[end] != '}') {
            end++;
        }
        return colon >= bytes.length
                ? bytes
                : replaced(bytes, colon + 1, Math.min(end, bytes.length), piece(random));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result.length == 0 ? new byte[] {'x'} : result;
    }
}
