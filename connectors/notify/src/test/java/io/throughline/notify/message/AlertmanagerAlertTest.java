package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertmanagerAlertTest {

    private static final Instant UNTIL = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void fingerprintsAreAlertmanagers() {
        assertThat(of(Map.of()).fingerprint()).isEqualTo("cbf29ce484222325");
        assertThat(of(Map.of("job", "a", "instance", "b")).fingerprint())
                .isEqualTo(of(new TreeMap<>(Map.of("instance", "b", "job", "a"))).fingerprint())
                .isNotEqualTo(of(Map.of("job", "ainstance", "b", "")).fingerprint());
    }

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void identityStaysForAWholeLife(AlertState state) {
        assertThat(told(Alerts.in(state)).labels()).isEqualTo(told(SampleAlert.drop()).labels());
    }

    @Test
    void lastsUntilItEnds() throws JsonProcessingException {
        assertThat(post(Alerts.in(AlertState.FIRING)).path("endsAt").asText())
                .isEqualTo(UNTIL.toString());
        assertThat(post(Alerts.in(AlertState.RECOVERING)).path("endsAt").asText())
                .isEqualTo(UNTIL.toString());
        assertThat(post(Alerts.in(AlertState.RESOLVED)).path("endsAt").asText())
                .isEqualTo("2026-03-06T15:20:00Z");
        JsonNode noData = post(Alerts.in(AlertState.NO_DATA));
        assertThat(noData.path("endsAt").asText()).isEqualTo("2026-03-06T15:20:00Z");
        assertThat(noData.at("/annotations/state").asText()).isEqualTo("no-data");
    }

    @Test
    void aGroupFiresWhileOneOfItDoes() throws JsonProcessingException {
        JsonNode body =
                new ObjectMapper()
                        .readTree(
                                WebhookPayload.of(
                                        "on-call",
                                        List.of(
                                                told(Alerts.in(AlertState.RESOLVED)),
                                                told(Alerts.surge())),
                                        ""));

        assertThat(body.path("status").asText()).isEqualTo("firing");
        assertThat(body.at("/alerts/0/status").asText()).isEqualTo("resolved");
        assertThat(body.at("/alerts/1/status").asText()).isEqualTo("firing");
        assertThat(body.path("commonLabels").has("alertname")).isFalse();
        assertThat(body.at("/commonLabels/stage").asText()).isEqualTo("claim");
        assertThat(body.path("groupKey").asText())
                .isEqualTo("{}:{journey=\"insurance-personal-lines\", stage=\"claim\"}");
    }

    private static AlertmanagerAlert told(Alert alert) {
        return AlertmanagerAlert.of(
                alert, AlertMessage.of(alert, Occasion.CHANGE, Alerts.SETTINGS));
    }

    private static JsonNode post(Alert alert) throws JsonProcessingException {
        return new ObjectMapper().readTree(AlertmanagerPost.of(List.of(told(alert)), UNTIL)).get(0);
    }

    private static AlertmanagerAlert of(Map<String, String> labels) {
        return new AlertmanagerAlert(
                new TreeMap<>(labels), new TreeMap<>(), UNTIL, Optional.empty(), Optional.empty());
    }
}
