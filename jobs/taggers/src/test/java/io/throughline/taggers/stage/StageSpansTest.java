package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.StageExplainer;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.Cue;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageSpansTest {

    private final StageExplainer explainer =
            (StageExplainer) Engines.stage("cues-and-examples").tagger(Maps.broadband());

    @Test
    void namesTheCuesAndWordsThatPointToAStageStrongestFirst() {
        String text = "İn June the DIRECT DEBIT was wrong, nothing about the invoices";

        List<Evidence> paying = explainer.explain(Verbatim.of(text)).get("paying");

        assertThat(paying.get(0).text()).isEqualTo("DIRECT DEBIT");
        assertThat(paying).extracting(Evidence::text).contains("invoices");
        assertThat(paying)
                .allSatisfy(
                        span ->
                                assertThat(text.substring(span.start(), span.end()))
                                        .isEqualTo(span.text()));
    }

    @Test
    void whatRedactionLeftPointsToNoStageAndMovesNoPlace() {
        JourneyMap map =
                new JourneyMap(
                        "j",
                        1,
                        List.of(
                                Maps.stage("help", List.of("what is your phone number"), "phone"),
                                Maps.stage("pay", List.of("the invoice is wrong"), "card")));
        String text = "[PHONE_NUMBER] my card [CREDIT_CARD] was refused";

        var found = new CuesAndExamplesTagger(map, Scoring.DEFAULT).explain(Verbatim.of(text));

        assertThat(found).containsOnlyKeys("pay");
        assertThat(found.get("pay"))
                .extracting(Evidence::start)
                .containsExactly(text.indexOf("card"));
    }

    @Test
    void whatACueCoversIsNotNamedAgainAsAWord() {
        List<Evidence> using = explainer.explain(Verbatim.of("no connection")).get("using");

        assertThat(using).extracting(Evidence::text).containsExactly("connection");
    }

    @Test
    void cuesOfMomentsPointToTheirStage() {
        Moment moment =
                new Moment(
                        "write-off",
                        "first",
                        Map.of("touchpoint", "workshop"),
                        List.of(Cue.parse("written off")));
        Stage plain = Maps.stage("claim", List.of("they never rang me"));
        Stage claim =
                new Stage(
                        "claim",
                        "claim",
                        1,
                        "owner",
                        List.of(),
                        null,
                        plain.examples(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(moment));
        JourneyMap map =
                new JourneyMap(
                        "j", 1, List.of(claim, Maps.stage("other", List.of("quite different"))));
        CuesAndExamplesTagger tagger = new CuesAndExamplesTagger(map, Scoring.DEFAULT);
        Verbatim text = Verbatim.of("My van was written off");

        assertThat(tagger.tag(text).stages().get(0).id()).isEqualTo("claim");
        assertThat(tagger.explain(text).get("claim").get(0).text()).isEqualTo("written off");
    }

    @Test
    void saysNothingOfALanguageItCannotRead() {
        Verbatim french = new Verbatim(List.of("router invoice"), "fr", null, null);

        assertThat(explainer.explain(french)).isEmpty();
    }
}
