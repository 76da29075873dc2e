package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Payloads as Alertmanager publishes them: {@code postableAlert} of its {@code
 * api/v2/openapi.yaml}, and what version 0.25.0 posts to webhooks, in the same order of fields.
 */
class PublishedShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant UNTIL = Instant.parse("2026-03-07T12:00:00Z");

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void whatIsToldToAlertmanagerIsPostable(AlertState state) throws JsonProcessingException {
        JsonNode body = JSON.readTree(AlertmanagerPost.of(List.of(of(Alerts.in(state))), UNTIL));

        assertThat(body.isArray()).isTrue();
        JsonNode alert = body.get(0);
        assertThat(names(alert))
                .containsExactlyInAnyOrder(
                        "labels", "annotations", "startsAt", "endsAt", "generatorURL");
        labels(alert.path("labels"));
        labels(alert.path("annotations"));
        OffsetDateTime starts = OffsetDateTime.parse(alert.path("startsAt").asText());
        OffsetDateTime ends = OffsetDateTime.parse(alert.path("endsAt").asText());
        assertThat(ends).as("a begin after the end is refused").isAfterOrEqualTo(starts);
        assertThat(alert.path("generatorURL").asText()).startsWith("https://");
    }

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void webhooksGetWhatAlertmanagerPosts(AlertState state) throws JsonProcessingException {
        JsonNode body =
                JSON.readTree(
                        WebhookPayload.of(
                                "sink", List.of(of(Alerts.in(state))), "https://cx.example"));

        assertThat(names(body))
                .containsExactlyInAnyOrder(
                        "receiver",
                        "status",
                        "alerts",
                        "groupLabels",
                        "commonLabels",
                        "commonAnnotations",
                        "externalURL",
                        "version",
                        "groupKey",
                        "truncatedAlerts");
        assertThat(body.path("status").asText()).isIn("firing", "resolved");
        assertThat(body.path("truncatedAlerts").isInt()).isTrue();
        labels(body.path("groupLabels"));
        labels(body.path("commonLabels"));
        JsonNode alert = body.at("/alerts/0");
        assertThat(names(alert))
                .containsExactly(
                        "status",
                        "labels",
                        "annotations",
                        "startsAt",
                        "endsAt",
                        "generatorURL",
                        "fingerprint");
        assertThat(OffsetDateTime.parse(alert.path("endsAt").asText())).isNotNull();
        assertThat(alert.path("fingerprint").asText()).matches("[0-9a-f]{16}");
    }

    @Test
    void fingerprintAndGroupAreThoseOfARealAlertmanager() throws JsonProcessingException {
        // What Alertmanager 0.25.0 said of the trial, grouped by journey and stage.
        AlertmanagerAlert trial = of(SampleAlert.trial());

        assertThat(trial.fingerprint()).isEqualTo("d14b420276bda10d");
        assertThat(
                        JSON.readTree(WebhookPayload.of("sink", List.of(trial), ""))
                                .path("groupKey")
                                .asText())
                .isEqualTo("{}:{journey=\"insurance-personal-lines\", stage=\"claim\"}");
    }

    @Test
    void anEmptyLabelIsLeftOut() {
        AlertmanagerAlert alert =
                new AlertmanagerAlert(
                        new TreeMap<>(),
                        new TreeMap<>(),
                        UNTIL,
                        Optional.empty(),
                        Optional.empty());
        Alert nobodys = Alerts.change(SampleAlert.drop(), copy -> copy.at("\u200b"));

        assertThat(alert.labels()).isEmpty();
        assertThat(of(nobodys).labels()).doesNotContainKey("stage");
    }

    /** Names as Prometheus takes them, and texts. */
    private static void labels(JsonNode labels) {
        assertThat(labels.isObject()).isTrue();
        labels.fields()
                .forEachRemaining(
                        label -> {
                            assertThat(label.getKey()).matches("[a-zA-Z_][a-zA-Z0-9_]*");
                            assertThat(label.getValue().isTextual()).isTrue();
                            assertThat(label.getValue().asText()).isNotEmpty();
                        });
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static AlertmanagerAlert of(Alert alert) {
        return AlertmanagerAlert.of(
                alert, AlertMessage.of(alert, Occasion.CHANGE, Alerts.SETTINGS));
    }
}
