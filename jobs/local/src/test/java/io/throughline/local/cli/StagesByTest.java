package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.domain.tagging.Engines;
import io.throughline.pipeline.tagging.TaggingSettings;
import org.junit.jupiter.api.Test;

class StagesByTest {

    @Test
    void saysThatAnEngineIsAssumed() {
        TaggingSettings assumed =
                new TaggingSettings(Engines.DEFAULT_SENTIMENT, Engines.DEFAULT_STAGE, "j", "");
        StagesBy by = new StagesBy(assumed.stagesBy(), StagesBy.Source.DEFAULT);

        assertThat(by.line())
                .isEqualTo(
                        "Stages by adaptive: a pipeline has it that configures no engine; if yours"
                                + " does, name its file with --config.");
        ObjectNode json = by.in(JsonNodeFactory.instance.objectNode());
        assertThat(json.path("stageEngine").asText()).isEqualTo("adaptive");
        assertThat(json.path("stageEngineFrom").asText()).isEqualTo("default");
    }

    @Test
    void namesTheEngineThatTagsAndNotTheOneItStandsInFor() {
        TaggingSettings settings = new TaggingSettings("corenlp-linear", "adaptive", "j", "");

        assertThat(settings.withStages(Engines.DEFAULT_STAGE).stagesBy())
                .as("no learner, so nobody stands in")
                .isEqualTo(Engines.DEFAULT_STAGE);
        assertThat(new TaggingSettings("adaptive", "stage-teacher", "j", "").stagesBy())
                .isEqualTo("stage-teacher");
        assertThat(new StagesBy("stage-teacher", StagesBy.Source.OPTION).line())
                .isEqualTo("Stages by stage-teacher: --stage-engine says so.");
    }
}
