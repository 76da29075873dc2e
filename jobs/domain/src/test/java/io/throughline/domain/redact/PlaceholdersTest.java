package io.throughline.domain.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @EnumSource
    void everythingThatRedactionPutsIntoATextIsTakenOutAgain(Entity entity) {
        String text = "mail " + entity.placeholder() + ", please";

        assertThat(Placeholders.blanked(text))
                .hasSameSizeAs(text)
                .isEqualTo("mail " + " ".repeat(entity.placeholder().length()) + ", please");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[URGENT] no heating",
                "[sic_sic]",
                "[EMAIL_ADDRESS",
                "[_",
                "[]",
                "a [ b ] [PHONE NUMBER]"
            })
    void whatCustomersPutInBracketsStays(String text) {
        assertThat(Placeholders.blanked(text)).isSameAs(text);
    }

    @Test
    void aLinkStaysOneLink() {
        assertThat(
                        Placeholders.blanked(
                                "https://example.org/?key=[URL_SECRET]&help=1 or [PHONE_NUMBER]"))
                .isEqualTo("https://example.org/?key=------------&help=1 or               ");
    }

    @Test
    void bracketsWithoutEndCostNoMoreThanTheirLength() {
        String hostile = "[A".repeat(500_000) + "[" + "A_".repeat(500_000);

        assertThat(Placeholders.blanked(hostile)).isSameAs(hostile);
    }
}
