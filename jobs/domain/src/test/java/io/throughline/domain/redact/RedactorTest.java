package io.throughline.domain.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Channel;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private final Redactor redactor = new Redactor();

    @Test
    void masksTextExtrasAndLinkAndCountsThem() {
        Feedback feedback =
                feedback()
                        .text("mail jane@example.com or john@example.com")
                        .extra("replyTo", "jane@example.com")
                        .url("https://example.com/r?token=s3cret")
                        .build();

        Redacted redacted = redactor.redact(feedback);

        assertThat(redacted.feedback().text()).isEqualTo("mail [EMAIL_ADDRESS] or [EMAIL_ADDRESS]");
        assertThat(redacted.feedback().extras()).containsEntry("replyTo", "[EMAIL_ADDRESS]");
        assertThat(redacted.feedback().url()).isEqualTo("https://example.com/r?token=[URL_SECRET]");
        assertThat(redacted.entities()).isEqualTo(Map.of("EMAIL_ADDRESS", 3, "URL_SECRET", 1));
    }

    @Test
    void masksEveryTurnAndCountsWhatTheTextRepeatsOnce() {
        Conversation conversation =
                new Conversation(
                        "c1",
                        List.of(
                                new Turn(0, Role.AGENT, "is it 415-555-0123?", 0L, 900L),
                                new Turn(1, Role.CUSTOMER, "no, call 415-555-0124", 900L, 2000L)));
        Feedback feedback =
                feedback().conversation(conversation).text(conversation.customerText()).build();

        Redacted redacted = redactor.redact(feedback);

        assertThat(redacted.feedback().conversation().turns())
                .extracting(Turn::text)
                .containsExactly("is it [PHONE_NUMBER]?", "no, call [PHONE_NUMBER]");
        assertThat(redacted.feedback().text()).isEqualTo("no, call [PHONE_NUMBER]");
        assertThat(redacted.entities()).isEqualTo(Map.of("PHONE_NUMBER", 2));
    }

    @Test
    void theKeyOfAnExtraSaysWhatItsValueIs() {
        Feedback feedback =
                feedback()
                        .extra("callerPhone", "4155550123")
                        .extra("order_id", "4155550124")
                        .extra("userId", "4155550125")
                        .extra("appVersion", "64.0.3.29")
                        .extra("client.ip", "1.2.3.4")
                        .extra("views", "4155550126")
                        .build();

        assertThat(redactor.redact(feedback).feedback().extras())
                .containsEntry("callerPhone", "[PHONE_NUMBER]")
                .containsEntry("order_id", "4155550124")
                .containsEntry("userId", "4155550125")
                .containsEntry("appVersion", "64.0.3.29")
                .containsEntry("client.ip", "[IP_ADDRESS]")
                .containsEntry("views", "4155550126");
    }

    @Test
    void whatHasNoPersonalDataStaysTheSame() {
        Feedback feedback =
                feedback()
                        .text("5 stars 😀\u200D😀 for claim 12345678")
                        .url("https://x.org/1")
                        .build();

        Redacted redacted = redactor.redact(feedback);

        assertThat(redacted.feedback()).isEqualTo(feedback);
        assertThat(redacted.entities()).isEmpty();
    }

    @Test
    void noTextIsNoText() {
        assertThat(redactor.redactText(null)).isNull();
        assertThat(redactor.redactText("")).isEmpty();
        assertThat(redactor.redact(feedback().build()).feedback().text()).isNull();
    }

    @Property(tries = 300)
    void anyTextSurvivesAroundAnAddress(@ForAll String before, @ForAll String after) {
        String redacted = redactor.redactText(before + " <jane@example.com> " + after);

        assertThat(redacted).doesNotContain("jane@example.com");
    }

    @Property(tries = 300)
    void lettersAreUntouched(@ForAll @AlphaChars @Whitespace String letters) {
        assertThat(redactor.redactText(letters)).isEqualTo(letters);
    }

    private static FeedbackBuilder feedback() {
        return new FeedbackBuilder(Channel.PHONE, "calls", "1")
                .occurredAt(Instant.parse("2026-03-04T05:06:07Z"))
                .observedAt(Instant.parse("2026-03-04T05:07:00Z"));
    }
}
