package io.throughline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.Alerts;
import io.throughline.alert.Alert;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertJsonTest {

    static Stream<Alert> alerts() {
        return Stream.of(
                Alerts.full(),
                Alerts.claimed(),
                Alerts.volume(),
                Alerts.ofReleaseOne(),
                Alerts.openOfReleaseOne());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void readsWhatItWrote(Alert alert) {
        assertThat(AlertJson.parse(AlertJson.line(alert))).isEqualTo(alert);
    }

    @Test
    void beginsWithWhatTellsItInALine() {
        assertThat(AlertJson.line(Alerts.full()))
                .startsWith(
                        "{\"id\":\"9f2c\",\"stage\":\"claim\",\"state\":\"resolved\","
                                + "\"onset\":\"2026-03-04T05:06:07Z\","
                                + "\"firedAt\":\"2026-03-04T05:16:07Z\","
                                + "\"resolvedAt\":\"2026-03-04T07:06:07Z\",\"direction\":\"drop\","
                                + "\"expected\":0.25,\"observed\":0.5,\"n\":120,");
    }

    @Test
    void saysHowLongTheTimeToFeltRecoveryWas() {
        assertThat(AlertJson.line(Alerts.ofReleaseOne())).contains("\"recoverySeconds\":7200,");
    }

    @Test
    void whatLastsOrWasAcceptedHasNoRecovery() {
        assertThat(AlertJson.line(Alerts.volume())).doesNotContain("recoverySeconds");
        assertThat(AlertJson.line(Alerts.full())).doesNotContain("recoverySeconds");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(AlertJson.line(Alerts.volume()))
                .doesNotContain("resolvedAt", "corrected", "sponsor", "acknowledged", "null");
    }

    @Test
    void saysWhichFieldIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertJson.parse("{\"id\": 7}"))
                .withMessage("id is no text");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertJson.parse("[]"))
                .withMessage("no JSON object");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                AlertJson.parse(
                                        AlertJson.line(Alerts.volume())
                                                .replace("\"firedAt\":\"2026", "\"firedAt\":\"x")))
                .withMessage("firedAt is no time");
        assertThatIllegalArgumentException().isThrownBy(() -> AlertJson.parse("{"));
    }
}
