package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.yaml.YamlException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JourneyMapReaderTest {

    private static final String FULL =
            """
            apiVersion: throughline/v1
            journey: insurance-personal-lines
            version: 3
            stages:
              - id: claim
                name: When something has happened
                order: 5
                owner: claims-operations
                contributors: [billing, digital]
                sponsor: chief-operating-officer
                goal: { netSentiment: 20 }
                examples:
                  - "still waiting for the adjuster to call back"
                cues: [claim, pay out, "/reimburs\\\\w+/"]
                touchpoints: [claim-form, claims-line]
                internal: { teams: [claims, repair-network], sla: P3D }
                moments:
                  - id: first-claim
                    when: { first: { touchpoint: claim-form } }
                  - id: third-contact
                    when: { count: { role: customer, touchpoint: claims-line, within: P30D, reaches: 3 } }
              - id: quote
                name: Looking around
                order: 1
                owner: sales
                examples: [how much would it be]
            unassigned: abstain
            """;

    @Test
    void readsEverythingAMapCanSay() {
        JourneyMap map = JourneyMapReader.read("j.yaml", FULL);

        assertThat(map.journey()).isEqualTo("insurance-personal-lines");
        assertThat(map.version()).isEqualTo(3);
        Stage claim = map.stage("claim").orElseThrow();
        assertThat(claim.name()).isEqualTo("When something has happened");
        assertThat(claim.owner()).isEqualTo("claims-operations");
        assertThat(claim.contributors()).containsExactly("billing", "digital");
        assertThat(claim.sponsor()).isEqualTo("chief-operating-officer");
        assertThat(claim.goalNetSentiment()).isEqualTo(20.0);
        assertThat(claim.examples()).containsExactly("still waiting for the adjuster to call back");
        assertThat(claim.touchpoints()).containsExactly("claim-form", "claims-line");
        assertThat(claim.internal())
                .isEqualTo(Map.of("teams", "claims, repair-network", "sla", "P3D"));
        assertThat(claim.cues())
                .extracting(Cue::source)
                .containsExactly("claim", "pay out", "/reimburs\\w+/");
        assertThat(JourneyMapReader.validate("j.yaml", FULL)).isEmpty();
    }

    @Test
    void aCueIsATextOrATokenPattern() {
        JourneyMap map =
                JourneyMapReader.read(
                        "j.yaml",
                        Yaml.HEAD
                                + "  - id: buy\n    owner: sales\n    examples: [x]\n    cues:\n"
                                + "      - basket\n"
                                + "      - tokens: \"[{lemma:cancel}] []{0,3} [{word:order}]\"\n"
                                + "      - text: check out\n");

        Stage stage = map.stages().get(0);
        assertThat(stage.cues()).extracting(Cue::source).containsExactly("basket", "check out");
        assertThat(stage.tokenCues()).containsExactly("[{lemma:cancel}] []{0,3} [{word:order}]");
    }

    @Test
    void aMistakeInACueIsFoundAtItsPlace() {
        String yaml =
                Yaml.HEAD
                        + "  - id: buy\n    owner: sales\n    examples: [x]\n    cues:\n"
                        + "      - basket\n      - token: x\n      - tokens: ''\n      - [x]\n";

        assertThatThrownBy(() -> JourneyMapReader.read("j.yaml", yaml))
                .hasMessageContaining("unknown key 'token'; did you mean 'tokens'?")
                .hasMessageContaining("a cue has 1 to 1000 characters")
                .hasMessageContaining("an entry of 'cues' is a text or a mapping");
    }

    @Test
    void readsMomentsOfBothKinds() {
        List<Moment> moments =
                JourneyMapReader.read("j.yaml", FULL).stage("claim").orElseThrow().moments();

        assertThat(moments)
                .containsExactly(
                        new Moment("first-claim", "first", Map.of("touchpoint", "claim-form")),
                        new Moment(
                                "third-contact",
                                "count",
                                Map.of(
                                        "role", "customer",
                                        "touchpoint", "claims-line",
                                        "within", "P30D",
                                        "reaches", "3")));
    }

    @Test
    void putsStagesInJourneyOrder() {
        assertThat(JourneyMapReader.read("j.yaml", FULL).stages())
                .extracting(Stage::id)
                .containsExactly("quote", "claim");
    }

    @Test
    void fillsInWhatIsOptional() {
        JourneyMap map =
                JourneyMapReader.read(
                        "j.yaml", Yaml.HEAD + "  - {id: buy, owner: sales, examples: [x]}\n");

        Stage stage = map.stages().get(0);
        assertThat(stage.name()).isEqualTo("buy");
        assertThat(stage.order()).isEqualTo(1);
        assertThat(stage.goalNetSentiment()).isNull();
        assertThat(stage.cues()).isEmpty();
        assertThat(stage.moments()).isEmpty();
    }

    @Test
    void throwsEveryErrorAtOnceAndNoWarning() {
        String yaml =
                Yaml.HEAD
                        + "  - {id: buy, examples: [same], cues: ['/(/']}\n"
                        + "  - {id: buy, owner: x, examples: [same words]}\n"
                        + "  - {id: third, owner: x, examples: [same words]}\n";

        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(() -> JourneyMapReader.read("j.yaml", yaml))
                .satisfies(e -> assertThat(e.problems()).hasSize(3))
                .withMessageContaining("'owner' is missing")
                .withMessageContaining("no valid regular expression")
                .withMessageContaining("duplicate stage id 'buy'");
    }

    @Test
    void tellsWhichCuesMatchNothingInTheSample() {
        String yaml = Yaml.stage("cues: [order, 'out of stock', '/deliver\\w+/']");

        assertThat(
                        JourneyMapReader.validate(
                                "j.yaml", yaml, List.of("My ORDER is late", "nothing here")))
                .extracting(Object::toString)
                .containsExactly(
                        "j.yaml:8:19: warning: cue 'out of stock' matches nothing in the sample",
                        "j.yaml:8:35: warning: cue '/deliver\\w+/' matches nothing in the sample");
    }

    @Test
    void triesNoCuesWithoutASample() {
        assertThat(JourneyMapReader.validate("j.yaml", Yaml.stage("cues: [zebra]"), List.of()))
                .isEmpty();
    }
}
