package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMapReader;
import io.throughline.model.Abstention;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTeacherTest {

    private static final StageTagger TEACHER =
            Engines.stage("stage-teacher").tagger(Maps.broadband());
    private static final StageTagger RULES =
            Engines.stage("cues-and-examples").tagger(Maps.broadband());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the internet is dead since the thunderstorm             | using
                    they helped themselves to my money two times            | paying
                    """)
    void knowsByMeaningWhatSharesNoWordWithTheMap(String text, String stage) {
        assertThat(TEACHER.tag(Verbatim.of(text)).stages())
                .first()
                .extracting(StageTag::id)
                .isEqualTo(stage);
    }

    @Test
    void aCueStillCounts() {
        assertThat(TEACHER.tag(Verbatim.of("overcharged, again")).stages())
                .first()
                .extracting(StageTag::id)
                .isEqualTo("paying");
    }

    @Test
    void weightsOfStagesSumToOneAndComeHeaviestFirst() {
        StageTags tags = TEACHER.tag(Verbatim.of("engineer and bill"));

        assertThat(tags.stages()).hasSizeGreaterThan(1);
        assertThat(tags.stages().stream().mapToDouble(StageTag::weight).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(tags.engine()).isEqualTo("stage-teacher");
    }

    @Test
    void abstainsWithoutTextAndOnOtherLanguages() {
        Verbatim french = new Verbatim(List.of("ma facture est fausse"), "fr", null, null);

        assertThat(TEACHER.tag(Verbatim.of(" ")).abstention()).isEqualTo(Abstention.NO_TEXT);
        assertThat(TEACHER.tag(french).abstention()).isEqualTo(Abstention.LANGUAGE);
    }

    @Test
    void doesNotReadWhatRedactionLeft() {
        StageTags tags = TEACHER.tag(Verbatim.of("the invoice is wrong [PHONE_NUMBER]"));

        assertThat(tags.stages())
                .isEqualTo(TEACHER.tag(Verbatim.of("the invoice is wrong")).stages());
        assertThat(TEACHER.tag(Verbatim.of("[PHONE_NUMBER]")).abstention())
                .isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void isUnsureOfWhatIsAboutNothingOnTheMap() {
        assertThat(TEACHER.tag(Verbatim.of("ok")).abstention()).isEqualTo(Abstention.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meh", "terrible", "please mail me back"})
    void isUnsureOfWhatHasNoWordOfTheMapAndIsLikeLittle(String text) throws IOException {
        String file = "../../examples/journeys/airline.yaml";
        StageTagger airline =
                Engines.stage("stage-teacher")
                        .tagger(JourneyMapReader.read(file, Files.readString(Path.of(file))));

        assertThat(airline.tag(Verbatim.of(text)).abstention()).isEqualTo(Abstention.UNSURE);
    }

    @Test
    void surerThanTheRulesNeverMeansMoreThanCertain() {
        StageTags tags = TEACHER.tag(Verbatim.of("bill invoice direct debit overcharged £12"));

        assertThat(tags.stages().get(0).confidence()).isBetween(0.5, 1.0);
        assertThat(RULES.tag(Verbatim.of("bill")).stages()).isNotEmpty();
    }
}
