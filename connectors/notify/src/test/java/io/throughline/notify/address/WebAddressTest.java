package io.throughline.notify.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example/services/T0/B0/secret-path",
                "http://alerts.example:8080/",
                "https://alerts.example./hook?key=secret-key",
                "https://[2606:4700:4700::1111]/",
                "HTTPS://1.1.1.1/"
            })
    void whatCouldBePublicIsTaken(String text) {
        assertThat(WebAddress.parse(text, AddressRules.PUBLIC)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://files.example/secret",
                "file:///etc/passwd",
                "gopher://alerts.example/secret",
                "jar:https://alerts.example/secret!/",
                "//alerts.example/secret",
                "alerts.example/secret",
                "https:///secret",
                "https://user:secret@alerts.example/",
                "https://alerts.example@127.0.0.1/secret",
                "https://alerts.example:0/secret",
                "https://alerts.example:99999/secret",
                "https://alerts.example/#secret",
                "https://127.0.0.1/secret",
                "https://[::1]/secret",
                "https://[::ffff:127.0.0.1]/secret",
                "https://[fe80::1%25eth0]/secret",
                "https://2130706433/secret",
                "https://017700000001/secret",
                "https://0x7f000001/secret",
                "https://0x7f.0.0.1/secret",
                "https://0177.0.0.1/secret",
                "https://127.1/secret",
                "https://127.0.1/secret",
                "https://127.0.0.1./secret",
                "https://256.0.0.1/secret",
                "https://１２７.0.0.1/secret",
                "https://ⓛocalhost/secret",
                "https://alerts example/secret",
                "https://alerts.example\\@127.0.0.1/secret"
            })
    void whatCannotBeIsSaidWithoutItsSecrets(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebAddress.parse(text, AddressRules.PUBLIC))
                .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("secret"));
    }

    @Test
    void literalAddressesFollowTheRules() {
        assertThat(WebAddress.parse("http://127.0.0.1:9093", AddressRules.PRIVATE).getPort())
                .isEqualTo(9093);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebAddress.parse("http://169.254.169.254/", AddressRules.PRIVATE))
                .withMessageContaining("not public");
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/,link-local",
        "http://[fe80::1]/,link-local",
        "http://100.100.100.200/,credentials",
        "http://224.0.0.1/,reserved"
    })
    void whatAllowPrivateNeverAllowsIsNotAnsweredWithIt(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebAddress.parse(text, AddressRules.PRIVATE))
                .withMessageContaining(why)
                .satisfies(
                        problem ->
                                assertThat(problem.getMessage())
                                        .contains("'allow'")
                                        .doesNotContain("allowPrivate: true"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebAddress.parse("http://10.0.0.1/", AddressRules.PUBLIC))
                .withMessageContaining("say 'allowPrivate: true'");
    }
}
