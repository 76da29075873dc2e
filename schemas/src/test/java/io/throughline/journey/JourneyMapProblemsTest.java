package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyMapProblemsTest {

    @Test
    void anUnknownKeyIsFoundAtEveryLevel() {
        String yaml =
                Yaml.stage(
                                "ownr: x",
                                "goal: {netSentimnt: 3}",
                                "internal: {team: [a]}",
                                "moments: [{id: m, whn: {first: {touchpont: t, role: customer}}}]")
                        + "jurney: x\n";

        assertThat(Yaml.problems(yaml))
                .contains(
                        "j.yaml:8:5: error: unknown key 'ownr'; did you mean 'owner'?",
                        "j.yaml:9:12: error: unknown key 'netSentimnt'; did you mean 'netSentiment'?",
                        "j.yaml:10:16: error: unknown key 'team'; did you mean 'teams'?",
                        "j.yaml:11:23: error: unknown key 'whn'; did you mean 'when'?",
                        "j.yaml:12:1: error: unknown key 'jurney'; did you mean 'journey'?");
    }

    @Test
    void anEmptyMapSaysEverythingThatIsMissing() {
        assertThat(Yaml.problems("{}\n"))
                .containsExactly(
                        "j.yaml:1:1: error: 'apiVersion' is missing or empty",
                        "j.yaml:1:1: error: 'journey' is missing or empty",
                        "j.yaml:1:1: error: 'version' is missing or empty",
                        "j.yaml:1:1: error: 'stages' is missing or empty");
    }

    @Test
    void anotherApiVersionIsAnError() {
        assertThat(Yaml.problems(Yaml.HEAD.replace("/v1", "/v9") + Yaml.BUY))
                .containsExactly(
                        "j.yaml:1:13: error: apiVersion is 'throughline/v1' in this release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "one", "1.5", "99999999999"})
    void aVersionIsAWholeNumberFromOne(String version) {
        String yaml = Yaml.HEAD.replace("version: 2", "version: " + version) + Yaml.BUY;

        assertThat(Yaml.problems(yaml))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("j.yaml:3:10: error: ");
    }

    @Test
    void stageIdsAreUnique() {
        assertThat(Yaml.problems(Yaml.HEAD + Yaml.BUY + Yaml.WAIT.replace("id: wait", "id: buy")))
                .containsExactly("j.yaml:6:10: error: duplicate stage id 'buy'");
    }

    @Test
    void momentIdsAreUniqueInTheWholeMap() {
        String moments = "moments: [{id: m, when: {first: {touchpoint: t}}}]";
        String yaml =
                Yaml.stage(moments)
                        + "  - id: wait\n    owner: x\n    examples: [y]\n    "
                        + moments
                        + "\n";

        assertThat(Yaml.problems(yaml))
                .containsExactly("j.yaml:12:20: error: duplicate moment id 'm'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "with space", "/x", "unassigned"})
    void anIdIsPlainAndNotReserved(String id) {
        assertThat(Yaml.problems(Yaml.HEAD + Yaml.BUY.replace("id: buy", "id: '" + id + "'")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("j.yaml:5:10: error: ");
    }

    @Test
    void aStageNeedsAnOwnerAndExamples() {
        assertThat(Yaml.problems(Yaml.HEAD + "  - id: a\n    owner: ''\n    examples: []\n"))
                .containsExactly(
                        "j.yaml:6:12: error: 'owner' is missing or empty",
                        "j.yaml:7:15: error: 'examples' is missing or empty");
    }

    @Test
    void anEmptyExampleIsAnError() {
        assertThat(Yaml.problems(Yaml.HEAD + "  - {id: a, owner: o, examples: [good, ' ']}\n"))
                .containsExactly("j.yaml:5:40: error: an entry of 'examples' is empty");
    }

    @Test
    void aBrokenRegularExpressionIsShownWithItsPlace() {
        assertThat(Yaml.problems(Yaml.stage("cues:", "  - fine", "  - '/broken[/'")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("j.yaml:10:9: error: cue '/broken[/' is no valid regular expression: ");
    }

    @Test
    void aCueHasALimitedLength() {
        String deep = "(".repeat(20_000);

        assertThat(Yaml.problems(Yaml.stage("cues: ['/" + deep + "/']")))
                .containsExactly("j.yaml:8:12: error: a cue has 1 to 1000 characters");
    }

    @ParameterizedTest
    @CsvSource({"-100,0", "100,0", "12.5,0", "-100.1,1", "101,1", "NaN,1", "high,1"})
    void aGoalIsANetSentiment(String goal, int problems) {
        assertThat(Yaml.problems(Yaml.stage("goal: {netSentiment: " + goal + "}")))
                .hasSize(problems);
    }

    @Test
    void unassignedFeedbackCanOnlyAbstain() {
        assertThat(Yaml.problems(Yaml.HEAD + Yaml.BUY + "unassigned: other\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("j.yaml:6:13: error: unassigned is 'abstain'");
    }

    @Test
    void examplesThatTwoStagesShareAreAWarning() {
        assertThat(
                        Yaml.problems(
                                Yaml.HEAD
                                        + Yaml.BUY
                                        + Yaml.WAIT.replace("where is it", "Easy to order!")))
                .containsExactly(
                        "j.yaml:6:60: warning: stage 'buy' has the same example, so it tells nothing");
    }

    @Test
    void moreThanTwentyMomentsAreAWarning() {
        StringBuilder moments = new StringBuilder("moments:");
        for (int i = 1; i <= 20; i++) {
            moments.append("\n      - {id: m%d, when: {first: {touchpoint: t}}}".formatted(i));
        }
        assertThat(Yaml.problems(Yaml.stage(moments.toString()))).isEmpty();

        moments.append("\n      - {id: m21, when: {first: {touchpoint: t}}}");

        assertThat(Yaml.problems(Yaml.stage(moments.toString())))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("j.yaml:29:14: warning: 21 moments of truth");
    }

    @Test
    void whatIsNoYamlIsOneProblem() {
        assertThat(Yaml.problems("stages: [\n")).hasSize(1);
    }
}
