package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real {@code kubectl kustomize} makes of each folder what the other tests check. */
class KustomizeTest {

    @TempDir private Path folder;

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void kubectlRendersWhatIsChecked(Manifests manifests) throws Exception {
        boolean installed =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl")));
        assumeTrue(installed, "kubectl is not installed");

        Map<String, JsonNode> rendered =
                Kustomization.byTitle(Yamls.documents(kustomize(manifests.name())));

        assertThat(rendered).isEqualTo(Kustomization.byTitle(manifests.objects()));
    }

    private String kustomize(String name) throws Exception {
        Path out = folder.resolve("out.yaml");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(List.of("kubectl", "kustomize"));
        command.add(Manifests.K8S.resolve(name).toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("kubectl ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
