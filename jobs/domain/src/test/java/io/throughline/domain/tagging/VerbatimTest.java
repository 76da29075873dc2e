package io.throughline.domain.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerbatimTest {

    @Test
    void taggersSeeOwnWordsWhereTheyAreInTheTextThatIsKept() {
        String text = "> Bad.\n> Very bad.\n\nGood now.";

        Verbatim verbatim = Verbatim.of(text);

        assertThat(verbatim.text().strip()).isEqualTo("Good now.");
        assertThat(verbatim.text().indexOf("Good")).isEqualTo(text.indexOf("Good"));
    }

    @Test
    void everyTurnIsCutByItself() {
        Verbatim verbatim =
                new Verbatim(List.of("Good.\n> Bad.", "> Is it well?\nYes."), "en", null, null);

        assertThat(verbatim.turns().stream().map(String::strip)).containsExactly("Good.", "Yes.");
    }

    @Test
    void whatRedactionLeftIsNotWhatTheCustomerSaid() {
        Verbatim verbatim = Verbatim.of("call [PHONE_NUMBER] today");

        assertThat(verbatim.text()).isEqualTo("call                today");
    }

    @Test
    void anAddressAloneIsNoText() {
        assertThat(Verbatim.of("[EMAIL_ADDRESS]").turns()).allMatch(String::isBlank);
    }
}
