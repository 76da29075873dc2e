package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kibana.api.KibanaClient;
import io.throughline.kibana.api.KibanaSettings;
import io.throughline.kibana.assets.KibanaAssets;
import io.throughline.kibana.rules.KibanaRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a plan, and what of one that does not come to its end. */
class ProvisioningTest {

    private static final JourneyMap MAP = ShippedJourneys.find("insurance").orElseThrow();

    private final FakeKibana kibana = new FakeKibana();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Provisioning provisioning = new Provisioning(stream(out), stream(err));

    @AfterEach
    void close() {
        kibana.close();
    }

    @Test
    void aChangeThatFailsIsNamedWithWhatWasDoneAndTheNextRunGoesOn() throws IOException {
        kibana.takesAtMost = 4;
        Plan plan = plan();
        Step failing = plan.steps().get(4);

        assertThatThrownBy(() -> provisioning.apply(plan))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining(failing.kind() + " " + failing.name() + ": Kibana refused")
                .hasMessageContaining("(500): boom. 4 of " + plan.changes() + " changes were made")
                .hasMessageContaining("run provision again, it goes on from there");
        JsonNode summary = summary();
        assertThat(summary.path("applied").asBoolean()).isFalse();
        assertThat(summary.path("done").asInt()).isEqualTo(4);
        assertThat(summary.at("/failed/name").asText()).isEqualTo(failing.name());
        assertThat(summary.at("/failed/reason").asText()).contains("boom");
        assertThat(summary.path("steps")).hasSize(plan.steps().size());

        kibana.takesAtMost = Integer.MAX_VALUE;
        Plan rest = plan();
        assertThat(rest.changes()).isEqualTo(plan.changes() - 4);
        provisioning.apply(rest);
        assertThat(plan().changes()).isZero();
    }

    @Test
    void whatIsLeftIsNotSaidToBeInPlaceAndItsNextStepIsTheLastWord() {
        Plan plan = new Plan(List.of(left("retention --keep 13M"), left("retention --keep 13M")));

        provisioning.apply(plan);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .endsWith(
                        "Nothing was changed: everything was in place, but for what is LEFT above:",
                        "retention --keep 13M");
        assertThat(Provisioning.exitCode(plan)).isEqualTo(3);

        err.reset();
        provisioning.show(plan);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .endsWith(
                        "There is nothing to change. Everything is in place, but for what is LEFT"
                                + " above:",
                        "retention --keep 13M");
    }

    @Test
    void whatIsRefusedIsInTheSummaryToo() throws IOException {
        Plan plan = new Plan(List.of(Step.refused("kibana", "rule", "r", "Remove it.")));

        assertThatThrownBy(() -> provisioning.apply(plan))
                .hasMessageContaining("nothing was changed");

        assertThat(summary().path("refused").asInt()).isOne();
    }

    private static Step left(String note) {
        return Step.left("elasticsearch", "lifecycle policy", "p", List.of(), note);
    }

    private Plan plan() {
        KibanaClient client =
                new KibanaClient(
                        new KibanaSettings(
                                URI.create(kibana.url()),
                                Optional.empty(),
                                "default",
                                Optional.empty()));
        return KibanaPlan.of(client, KibanaAssets.of(MAP), KibanaRules.of(MAP));
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
