package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Handling;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EndsTest {

    static Stream<Arguments> ends() {
        Handling accepted = new Handling(null, null, "ines", null, null, List.of(), false);
        return Stream.of(
                Arguments.of(
                        Alerts.in(AlertState.RESOLVED), "Newer feedback showed the former level."),
                Arguments.of(
                        Alerts.handled(Alerts.in(AlertState.RESOLVED), accepted),
                        "ines accepted the new level."),
                Arguments.of(
                        Alerts.in(AlertState.NO_DATA),
                        "No feedback to judge by came for as long as noDataAfter sets"),
                Arguments.of(
                        Alerts.heldBackToItsEnd(),
                        "Held back to its end: newer feedback showed the former level"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void everyFormSaysHowItEndedAndNotWhatWould(Alert alert, String said) {
        AlertMessage message = AlertMessage.of(alert, Occasion.CHANGE, Alerts.SETTINGS);

        for (String form : forms(message)) {
            assertThat(form)
                    .contains("How it ended", said)
                    .doesNotContain("What would end it", alert.resolution());
        }
    }

    @Test
    void whileItLastsEveryFormSaysWhatWouldEndIt() {
        AlertMessage message =
                AlertMessage.of(Alerts.in(AlertState.RECOVERING), Occasion.CHANGE, Alerts.SETTINGS);

        assertThat(forms(message))
                .allMatch(form -> form.contains("What would end it"))
                .noneMatch(form -> form.contains("How it ended"));
    }

    private static List<String> forms(AlertMessage message) {
        return List.of(
                PlainText.of(message), MailMessage.of(message).html(), SlackMessage.of(message));
    }
}
