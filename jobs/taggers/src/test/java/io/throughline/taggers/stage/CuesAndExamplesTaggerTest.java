package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Channel;
import io.throughline.model.Rating;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesAndExamplesTaggerTest {

    private final StageTagger tagger = Engines.stage("cues-and-examples").tagger(Maps.broadband());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    I was OVERCHARGED again               | paying
                    it went up by £12                     | paying
                    two bills in one month                | paying
                    nobody came to install it, the engineers never showed up | installation
                    it drops out every ten minutes        | using
                    films keep buffering every evening    | using
                    is it available in my street?         | ordering
                    comparing packages was easy           | ordering
                    """)
    void aTextIsAboutTheStageItsCuesAndExamplesSpeakOf(String text, String stage) {
        assertThat(stages(text)).first().isEqualTo(stage);
    }

    @Test
    void aTextAboutTwoStagesIsSharedBetweenThem() {
        StageTags tags = tag("The engineer missed the appointment, and then the bill: overcharged");

        assertThat(tags.stages())
                .extracting(StageTag::id)
                .containsExactlyInAnyOrder("installation", "paying");
        assertThat(tags.stages().stream().mapToDouble(StageTag::weight).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void stagesComeHeaviestFirst() {
        List<StageTag> stages =
                tag("engineer, technician, router, installation, one bill").stages();

        assertThat(stages)
                .extracting(StageTag::weight)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(stages.get(0).id()).isEqualTo("installation");
    }

    @ParameterizedTest
    @CsvSource({"what a lovely morning", "ok", "?!", "la la la la", "12345", "😀😀😀"})
    void aTextThatFitsNoStageGetsNone(String text) {
        assertThat(tag(text).stages()).isEmpty();
        assertThat(tag(text).abstention()).isEqualTo(Abstention.UNSURE);
    }

    @ParameterizedTest
    @CsvSource({"''", "' '"})
    void nothingToReadIsSaid(String text) {
        assertThat(tag(text).abstention()).isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(new Verbatim(List.of(text), "fr", null, null)).abstention())
                .isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void aLanguageOtherThanEnglishIsNotGuessed() {
        Verbatim french = new Verbatim(List.of("mon bill est trop cher"), "fr", null, null);
        Verbatim british = new Verbatim(List.of("my bill went up"), "en-GB", null, null);

        assertThat(tagger.tag(french).abstention()).isEqualTo(Abstention.LANGUAGE);
        assertThat(tagger.tag(british).stages()).isNotEmpty();
    }

    @Test
    void moreAndClearerEvidenceIsMoreConfidence() {
        double clear = tag("you took the direct debit twice, my bill").stages().get(0).confidence();
        double vague =
                tag("the box they sent has a technicians label").stages().isEmpty()
                        ? 0
                        : tag("the box they sent has a technicians label")
                                .stages()
                                .get(0)
                                .confidence();

        assertThat(clear).isGreaterThan(0.7);
        assertThat(vague).isLessThan(clear);
    }

    @Test
    void neitherChannelNorRatingDecides() {
        List<String> text = List.of("the engineer called me about the bill");
        StageTags plain = tagger.tag(new Verbatim(text, null, null, null));

        for (Channel channel : Channel.values()) {
            Verbatim known = new Verbatim(text, null, new Rating(1, 1, 5), channel);
            assertThat(tagger.tag(known)).isEqualTo(plain);
        }
    }

    @Test
    void theAnswerNamesEngineAndMapVersion() {
        StageTags tags = tag("my bill");

        assertThat(tags.engine()).isEqualTo("cues-and-examples");
        assertThat(tags.journey()).isEqualTo("broadband");
        assertThat(tags.journeyVersion()).isEqualTo(4);
    }

    @Test
    void allTurnsOfAConversationAreRead() {
        Verbatim turns =
                new Verbatim(List.of("hello", "yes", "it is about my invoice"), null, null, null);

        assertThat(tagger.tag(turns).stages().get(0).id()).isEqualTo("paying");
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() {
        List<String> texts =
                IntStream.range(0, 500)
                        .mapToObj(i -> (i % 2 == 0 ? "bill " : "engineer and router ") + i)
                        .toList();

        assertThat(texts.parallelStream().map(this::tag).toList())
                .isEqualTo(texts.stream().map(this::tag).toList());
    }

    private StageTags tag(String text) {
        return tagger.tag(
                Verbatim.of(text).turns().isEmpty()
                        ? new Verbatim(List.of(text), null, null, null)
                        : Verbatim.of(text));
    }

    private List<String> stages(String text) {
        return tag(text).stages().stream().map(StageTag::id).toList();
    }
}
