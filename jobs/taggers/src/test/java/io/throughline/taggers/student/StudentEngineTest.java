package io.throughline.taggers.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Rating;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentEngineTest {

    private final StudentTagger tagger = StudentEngine.load(null);

    @Test
    void isFoundByItsId() {
        assertThat(Engines.sentiment("student").tagger())
                .isSameAs(Engines.sentiment("student").tagger());
    }

    @Test
    void answersWithModelAndConfidence() {
        Sentiment sentiment =
                tagger.tag(Verbatim.of("The staff were wonderful, thank you so much"));

        assertThat(sentiment.label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(sentiment.engine()).isEqualTo("student");
        assertThat(sentiment.model()).isEqualTo(StudentEngine.SHIPPED);
        assertThat(sentiment.confidence()).isGreaterThan(0.8);
        assertThat(sentiment.score()).isPositive();
        assertThat(sentiment.basis()).isNull();
    }

    @Test
    void saysWhyItHasNoAnswer() {
        Rating worst = new Rating(1, 1, 5);

        assertThat(tagger.tag(Verbatim.of(" ")).abstention()).isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(new Verbatim(List.of(), null, worst, null)).abstention())
                .isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(Verbatim.of("@acme https://acme.example/1")).abstention())
                .isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(verbatim("de", "Das war gut")).abstention())
                .isEqualTo(Abstention.LANGUAGE);
        assertThat(tagger.tag(verbatim("en-GB", "That was good")).abstention()).isNull();
        assertThat(tagger.tag(verbatim("und", "That was good")).abstention()).isNull();
    }

    @Test
    void aRatingMovesTheAnswer() {
        List<String> text = List.of("I stayed here in May");
        Sentiment none = tagger.tag(new Verbatim(text, "en", null, null));
        Sentiment worst = tagger.tag(new Verbatim(text, "en", new Rating(1, 1, 5), null));
        Sentiment best = tagger.tag(new Verbatim(text, "en", new Rating(5, 1, 5), null));

        assertThat(worst.score()).isLessThan(none.score());
        assertThat(best.score()).isGreaterThan(worst.score());
    }

    @Test
    void oneClearTurnOutweighsManyThatSayNothing() {
        Sentiment sentiment =
                tagger.tag(
                        verbatim(
                                "en",
                                "Hello",
                                "My policy number is 448812",
                                "Your agent was rude and I am furious, this is a disgrace",
                                "ok",
                                "yes"));

        assertThat(sentiment.label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void showsTheWordsThatCarriedTheAnswer() {
        Verbatim verbatim =
                verbatim("en", "Hello.", "@acme the app is terribly slow &amp; useless");
        List<Evidence> evidence = tagger.explain(verbatim);

        assertThat(evidence).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(evidence).extracting(Evidence::text).contains("useless", "slow");
        for (Evidence each : evidence) {
            assertThat(verbatim.text().substring(each.start(), each.end())).isEqualTo(each.text());
        }
        assertThat(evidence.get(0).contribution()).isNegative();
        assertThat(tagger.explain(Verbatim.of(""))).isEmpty();
        assertThat(tagger.explain(verbatim("fr", "nul"))).isEmpty();
    }

    @Test
    void aModelThatCannotBeReadSaysWhatToDo(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.bin"), "nothing of the kind");

        assertThatThrownBy(() -> StudentEngine.load(file.toString()))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("mine.bin")
                .hasMessageContaining("./throughline train");
        assertThatThrownBy(() -> StudentEngine.load(directory.resolve("none").toString()))
                .isInstanceOf(EngineUnavailableException.class);
    }

    private static Verbatim verbatim(String language, String... turns) {
        return new Verbatim(List.of(turns), language, null, null);
    }
}
