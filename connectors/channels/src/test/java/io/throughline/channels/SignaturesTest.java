package io.throughline.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.Encoding;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final VerifySpec TYPEFORM = Fixtures.definition("typeform").verify();
    private static final byte[] KEY = "abc123".getBytes(UTF_8);
    private static final byte[] BODY = "{\"event_type\": \"form_response\"}".getBytes(UTF_8);

    /** Test case 2 of RFC 4231. */
    @Test
    void agreesWithThePublishedVector() {
        byte[] key = "Jefe".getBytes(UTF_8);
        byte[] body = "what do ya want for nothing?".getBytes(UTF_8);
        String digest = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        VerifySpec hex = new VerifySpec("X-Signature", "", Encoding.HEX, List.of("${secret.x}"));
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));

        assertThat(Signatures.verify(hex, List.of(key), digest, body)).isTrue();
        assertThat(Signatures.verify(TYPEFORM, List.of(key), "sha256=" + base64, body)).isTrue();
        assertThat(Signatures.sign(TYPEFORM, key, body)).isEqualTo("sha256=" + base64);
    }

    @Test
    void acceptsEitherOfTwoLiveKeysAndNoOther() {
        byte[] next = "the next one".getBytes(UTF_8);
        String header = Signatures.sign(TYPEFORM, next, BODY);

        assertThat(Signatures.verify(TYPEFORM, List.of(KEY, next), header, BODY)).isTrue();
        assertThat(Signatures.verify(TYPEFORM, List.of(next, KEY), header, BODY)).isTrue();
        assertThat(Signatures.verify(TYPEFORM, List.of(KEY), header, BODY)).isFalse();
        assertThat(Signatures.verify(TYPEFORM, List.of(), header, BODY)).isFalse();
    }

    @Test
    void refusesAMissingOrMalformedHeader() {
        for (String header :
                new String[] {null, "", "sha256=", "sha256=%%%", "sha1=AAAA", "sha256=AAAA"}) {
            assertThat(Signatures.verify(TYPEFORM, List.of(KEY), header, BODY)).isFalse();
        }
    }

    @Test
    void refusesTenThousandMutationsOfBodyAndHeader() {
        Random random = new Random(1);
        String header = Signatures.sign(TYPEFORM, KEY, BODY);
        int accepted = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] body = BODY.clone();
            StringBuilder forged = new StringBuilder(header);
            if (i % 2 == 0) {
                body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            } else {
                // The last character before the padding also holds bits that are not decoded.
                int at = random.nextInt(header.length() - 2);
                forged.setCharAt(at, forged.charAt(at) == 'A' ? 'B' : 'A');
            }
            accepted += Signatures.verify(TYPEFORM, List.of(KEY), forged.toString(), body) ? 1 : 0;
        }

        assertThat(accepted).isZero();
    }
}
