package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.channels.definition.Mode;
import io.throughline.channels.expression.ExpressionException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final String SAMPLE =
            """
            {"id": "a", "ref": "r-1", "created_at": "2026-03-01T00:00:00Z", "comment": "Too slow for me today", "name": "Kim Doe", "email": "k@example.org", "ip": "192.0.2.7", "plan": "gold"}
            {"id": "b", "ref": "r-2", "created_at": "2026-03-02T00:00:00Z", "comment": "Nice and quick as ever", "name": "Lou Roe", "email": "l@example.org", "ip": "192.0.2.8", "plan": "blue"}
            """;

    private final Proposal proposal =
            Inference.of(SampleReader.read("x.jsonl", SAMPLE.getBytes(StandardCharsets.UTF_8)));

    @Test
    void anotherChoiceIsTakenOver() {
        Proposal changed =
                proposal.choose(Field.NATURAL_ID, List.of("$.ref"))
                        .choose(Field.TEXT, List.of("upper($.comment)"))
                        .choose(Field.AUTHOR, List.of());
        assertThat(yaml(changed))
                .contains("naturalId: $.ref", "text: upper($.comment)")
                .doesNotContain("author:");
        assertThat(changed.finding(Field.NATURAL_ID).alternatives()).contains("$.id");
    }

    @Test
    void anExpressionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> proposal.choose(Field.TEXT, List.of("comment")))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void whoSomebodyIsIsNoExtraAndIsToldOfTheFixture() {
        assertThat(DefinitionText.extras(proposal)).containsOnlyKeys("plan");
        assertThat(proposal.personal()).containsExactly("$.name", "$.email", "$.ip");
    }

    @Test
    void aLongSampleIsCutToWhatMakesAFixture() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(
                    SAMPLE.lines().findFirst().orElseThrow().replace("\"a\"", "\"a" + i + "\""));
            lines.append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        byte[] cut = SampleCut.of(Inference.of(SampleReader.read("x.jsonl", bytes)), bytes);
        assertThat(new String(cut, StandardCharsets.UTF_8).lines()).hasSize(SampleCut.KEPT);
        byte[] page =
                ("{\"data\": {\"list\": ["
                                + String.join(",", lines.toString().lines().toList())
                                + "]}}")
                        .getBytes(StandardCharsets.UTF_8);
        Proposal paged = Inference.of(SampleReader.read("x.json", page));
        byte[] shorter = SampleCut.of(paged, page);
        assertThat(Inference.of(SampleReader.read("x.json", shorter)).recordNodes())
                .isEqualTo(paged.recordNodes().subList(0, SampleCut.KEPT));
    }

    private static String yaml(Proposal proposal) {
        return DefinitionText.of(
                proposal, new DefinitionText.Frame("x", Optional.of("web"), Mode.FILE, List.of()));
    }
}
