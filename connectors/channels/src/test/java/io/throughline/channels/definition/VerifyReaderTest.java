package io.throughline.channels.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.VerifySpec.Algorithm;
import io.throughline.channels.definition.VerifySpec.Encoding;
import io.throughline.channels.definition.VerifySpec.Part;
import io.throughline.channels.definition.VerifySpec.PartKind;
import io.throughline.channels.definition.VerifySpec.TimeForm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyReaderTest {

    private static final String SECRET = "secret: \"${secret.a}\"";

    @Test
    void aSchemeKnownByNameNeedsNothingButItsSecret() {
        VerifySpec slack = read("{type: slack, " + SECRET + "}");

        assertThat(slack.algorithm()).isEqualTo(Algorithm.HMAC_SHA256);
        assertThat(slack.header()).isEqualTo("X-Slack-Signature");
        assertThat(slack.signature().encoding()).isEqualTo(Encoding.HEX);
        assertThat(slack.time().tolerance()).isEqualTo(Duration.ofSeconds(300));
        assertThat(slack.over())
                .containsExactly(
                        new Part(PartKind.TEXT, "v0:"),
                        Part.of(PartKind.TIMESTAMP),
                        new Part(PartKind.TEXT, ":"),
                        Part.of(PartKind.BODY));
    }

    @Test
    void whatTheBlockSaysWinsOverTheScheme() {
        VerifySpec svix =
                read(
                        "{type: standard-webhooks, header: svix-signature, id: svix-id,"
                                + " timestamp: {header: svix-timestamp, tolerance: 60s},"
                                + " secretEncoding: text, "
                                + SECRET
                                + "}");

        assertThat(svix.header()).isEqualTo("svix-signature");
        assertThat(svix.signature().prefix()).isEqualTo("v1,");
        assertThat(svix.id()).isEqualTo("svix-id");
        assertThat(svix.time().header()).isEqualTo("svix-timestamp");
        assertThat(svix.time().form()).isEqualTo(TimeForm.EPOCH_SECONDS);
        assertThat(svix.time().tolerance()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aSecretThatIsNotNamedHasTheNameOfTheChannel() {
        VerifySpec typeform =
                read(
                        "{type: hmac-sha256, header: Typeform-Signature, prefix: \"sha256=\","
                                + " encoding: base64, over: rawBody}");

        assertThat(typeform.secrets()).containsExactly("${secret.pushed}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: hmac-md5, header: S, SECRET} | known are hmac-sha256",
                "{type: hmac-sha256, SECRET} | 'header' is missing",
                "{header: S, encoding: base32, SECRET} | did you mean 'base64'?",
                "{header: S, tolerance: 5m, SECRET} | unknown key 'tolerance'",
                "{header: S, timestmp: {header: T}, SECRET} | did you mean 'timestamp'?",
                "{header: S, over: '${timestamp}', timestamp: {header: T}, SECRET} | must hold ${body}",
                "{header: S, over: '${bdy}', SECRET} | '${bdy}' is not known",
                "{header: S, timestamp: {header: T}, SECRET} | belong together",
                "{header: S, over: '${timestamp}.${body}', SECRET} | belong together",
                "{header: S, over: '${id}.${body}', SECRET} | 'id' and ${id}",
                "{header: S, over: '${form}', SECRET} | ${form} needs ${url}",
                "{header: S, over: '${timestamp}.${body}', timestamp: {header: T, tolerance: 2h}, SECRET} | more than an hour",
                "{header: S, secret: abc} | a secret is named",
                "{header: S, secret: ['${secret.a}', '${secret.b}', '${secret.c}']} | or two while",
                "{type: twilio, url: 'https://h/x?a=1', SECRET} | without a query",
                "{type: token, SECRET} | 'header' is missing",
                "{type: basic, SECRET} | 'user' is missing",
            })
    void whatProvesNothingIsAnError(String verify, String message) {
        assertThatThrownBy(() -> read(verify.replace("SECRET", SECRET)))
                .hasMessageContaining(message)
                .hasMessageContaining("channel.yaml:");
    }

    private static VerifySpec read(String verify) {
        return ChannelDefinitions.read(
                        "channel.yaml",
                        """
                        apiVersion: throughline/v1
                        id: pushed
                        channel: web
                        mode: push
                        map: {naturalId: $.id, occurredAt: $.at, text: $.text}
                        verify: %s
                        """
                                .formatted(verify))
                .verify();
    }
}
