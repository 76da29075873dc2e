package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorldRulesTest {

    @Test
    void stagesAreThoseOfTheInsuranceMap() throws Exception {
        Path map = Path.of("../../examples/journeys/insurance.yaml");
        Set<String> stages = new HashSet<>();
        for (YamlMap stage : YamlFile.parse("map", Files.readString(map)).root().maps("stages")) {
            stages.add(stage.requiredText("id"));
        }
        Set<String> used = new HashSet<>(WorldRules.load().stages().values());
        used.remove(WorldRules.UNASSIGNED);

        assertThat(used).isEqualTo(stages);
    }

    @Test
    void incidentIsAboutATopicThereIs() {
        WorldRules rules = WorldRules.load();

        assertThat(rules.topicIds()).contains(rules.incident().topic());
        assertThat(rules.incident().channels()).isNotEmpty();
    }

    @Test
    void unknownKeyIsAnErrorWithItsPlace() {
        assertThatThrownBy(() -> WorldRules.parse("apiVersion: throughline/v1\ndayz: 3\n"))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("dayz");
    }
}
