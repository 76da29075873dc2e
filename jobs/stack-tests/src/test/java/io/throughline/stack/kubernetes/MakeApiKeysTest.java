package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.provision.Keep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code make-api-keys} before stand-ins that write down what they are asked: whoever writes gets a
 * key after index templates are in place, since Elasticsearch refuses {@code cx-*} without one.
 */
class MakeApiKeysTest {

    private static final String NOTE = "printf '%s\\n' \"${0##*/} $*\" >>\"$CALLS\"\n";

    @TempDir private Path folder;

    static List<Manifests> all() {
        return Manifests.all();
    }

    @BeforeEach
    void standIns() throws IOException {
        script().standIn("kubectl", NOTE + "case \"$*\" in *\"$FAILING\"*) exit 1 ;; esac");
        script().standIn("curl", NOTE + "echo '{\"encoded\": \"a key\"}'");
        script().standIn("throughline", NOTE + "echo '{\"cluster\": []}'");
    }

    @Test
    void theProvisioningJobIsCompleteBeforeAnybodyElseIsGivenAKey() throws Exception {
        assertThat(run("nothing fails")).isZero();

        assertThat(script().calls())
                .filteredOn(call -> call.matches("kubectl .*(create secret|wait).*"))
                .extracting(
                        call -> call.replaceAll(".*(wait|throughline-elasticsearch-\\S+).*", "$1"))
                .containsExactly(
                        "throughline-elasticsearch-provision",
                        "wait",
                        "throughline-elasticsearch-tagging",
                        "throughline-elasticsearch-signals",
                        "throughline-elasticsearch-console");
        assertThat(script().calls())
                .contains(
                        "kubectl -n throughline wait --for=condition=complete"
                                + " job/throughline-provision --timeout=900s");
        assertThat(script().calls())
                .as("the Job alone may set a lifecycle")
                .filteredOn(call -> call.startsWith("throughline "))
                .hasSize(5)
                .allMatch(call -> call.contains("--keep ") == call.contains(" provisioner "));
    }

    @Test
    void aJobThatDoesNotEndLeavesTheOthersWithoutAKeyAndSaysWhereToLook() throws Exception {
        assertThat(run(" wait ")).isEqualTo(1);

        assertThat(script().calls()).filteredOn(call -> call.contains("create secret")).hasSize(1);
        assertThat(script().said())
                .contains("the Job throughline-provision is not complete")
                .contains("kubectl -n throughline logs job/throughline-provision");
    }

    @Test
    void withoutTheJobNoKeyIsMade() throws Exception {
        assertThat(run(" get job ")).isEqualTo(1);

        assertThat(script().calls()).hasSize(1);
        assertThat(script().said())
                .contains("there is no Job throughline-provision")
                .contains("kubectl apply");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theJobKeepsAsManyMonthsAsTheGuideReckonsWith(Manifests manifests) {
        List<String> arguments = new ArrayList<>();
        manifests
                .named("Job", "throughline-provision")
                .at("/spec/template/spec/containers/0/args")
                .forEach(argument -> arguments.add(argument.asText()));
        String keep = arguments.get(arguments.indexOf("--keep") + 1);

        assertThat(Keep.parse(keep)).hasToString("13M");
        assertThat(Yamls.text(Path.of("../../docs/sizing.md")))
                .contains("Elasticsearch keeps 13 months");
    }

    /** By this label docs/upgrade.md applies the Job alone, before the rest. */
    @ParameterizedTest
    @MethodSource("all")
    void theJobCanBeAppliedAlone(Manifests manifests) {
        assertThat(manifests.objects())
                .filteredOn(
                        object ->
                                object.at("/metadata/labels/app.kubernetes.io~1name")
                                        .asText()
                                        .equals("throughline-provision"))
                .extracting(Manifests::title)
                .containsExactly("Job throughline-provision");
        assertThat(Yamls.text(Path.of("../../docs/upgrade.md")))
                .contains(" -l app.kubernetes.io/name=throughline-provision\n");
        JsonNode search = manifests.named("Elasticsearch", "throughline");
        assertThat(search.at("/spec/nodeSets/0/config/action.auto_create_index").asText())
                .contains("-cx-*");
    }

    private int run(String failing) throws Exception {
        return script().run(
                        "make-api-keys",
                        Map.of(
                                "THROUGHLINE",
                                folder.resolve("throughline").toString(),
                                "CALLS",
                                folder.resolve("calls").toString(),
                                "FAILING",
                                failing));
    }

    private ScriptRun script() {
        return new ScriptRun(folder);
    }
}
