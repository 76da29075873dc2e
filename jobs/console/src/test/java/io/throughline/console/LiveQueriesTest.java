package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.throughline.alert.Term;
import io.throughline.console.LiveView.Cell;
import io.throughline.console.LiveView.ChannelView;
import io.throughline.console.LiveView.Count;
import io.throughline.console.LiveView.Health;
import io.throughline.console.LiveView.Movement;
import io.throughline.console.LiveView.StageView;
import io.throughline.console.LiveView.Tag;
import io.throughline.console.LiveView.Verbatim;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveQueriesTest {

    @Test
    void showsTheStageThatFallsWithItsGoalAndTrend() throws Exception {
        LiveView view = ask();

        assertThat(view.until()).isEqualTo(Instant.ofEpochMilli(Samples.UNTIL));
        StageView claim = view.stages().get(1);
        assertThat(claim.goal()).isEqualTo(20.0);
        assertThat(claim.sentiment().n()).isEqualTo(60);
        // phone has 42 of 60 and weighs half: (0 of 42) / 2 + (+33.3 of 18) / 2, not +10
        assertThat(claim.sentiment().value()).isEqualTo(100.0 / 6, within(1e-9));
        assertThat(claim.capped()).isTrue();
        assertThat(claim.before().value()).isEqualTo(200.0 / 3, within(1e-9));
        assertThat(claim.recent().value()).isEqualTo(-200.0 / 3, within(1e-9));
        assertThat(claim.change().value()).isEqualTo(-400.0 / 3, within(1e-9));
        assertThat(claim.movement()).isEqualTo(Movement.FALLING);
        assertThat(claim.trend()).hasSize(Span.DAYS);
        assertThat(claim.trend().get(11).value()).isEqualTo(200.0 / 3, within(1e-9));
        assertThat(claim.trend().get(12).value()).isNull();
        assertThat(claim.trend().get(13).n()).isEqualTo(20);
    }

    @Test
    void showsWhatIsSaidMoreThanBeforeAndHowScoresLie() throws Exception {
        StageView claim = ask().stages().get(1);

        assertThat(claim.terms()).extracting(Term::term).containsExactly("call back");
        assertThat(claim.scores().p50()).isEqualTo(-0.95, within(1e-9));
        assertThat(claim.mismatch()).isEqualTo(new LiveView.Mismatch(30, 4, 1));
    }

    @Test
    void namesWhereNobodyWasHeard() throws Exception {
        assertThat(ask().blindSpots())
                .isEqualTo(new BlindSpots(List.of("quote"), List.of("claims-line")));
    }

    @Test
    void showsEveryStageInJourneyOrderAndNoOther() throws Exception {
        LiveView view = ask();

        assertThat(view.stages()).extracting(StageView::id).containsExactly("quote", "claim");
        StageView quote = view.stages().get(0);
        assertThat(quote.count()).isZero();
        assertThat(quote.sentiment()).isNull();
        assertThat(quote.movement()).isEqualTo(Movement.UNKNOWN);
        assertThat(view.cells())
                .extracting(Cell::stage, Cell::channel, Cell::n)
                .containsExactly(tuple("claim", "phone", 42L), tuple("claim", "web", 18L));
    }

    @Test
    void readsFreshnessAndIgnoresClocksThatAreAhead() throws Exception {
        ChannelView web = ask().channels().get(0);

        assertThat(web.documents()).isEqualTo(3);
        assertThat(web.occurredAt()).isEqualTo("2026-03-15T08:58:30Z");
        assertThat(web.delayMedianSeconds()).isEqualTo(2.0);
        assertThat(web.delayHighSeconds()).isEqualTo(10.5);
    }

    @Test
    void readsVerbatimsWithTheHeaviestStageFirst() throws Exception {
        Verbatim verbatim = ask().verbatims().get(0);

        assertThat(verbatim.text()).startsWith("<img src=x onerror=alert(1)>");
        assertThat(verbatim.stages()).extracting(Tag::id).containsExactly("claim", "quote");
        assertThat(verbatim.sentiment().label()).isEqualTo("negative");
        assertThat(verbatim.rating().max()).isEqualTo(5);
    }

    @Test
    void countsWhatWasNotTaggedAndNotTaken() throws Exception {
        LiveView view = ask();

        assertThat(view.coverage().withoutStage()).containsExactly(new Count("unsure", 1));
        assertThat(view.deadLetters().count()).isEqualTo(5);
        assertThat(view.deadLetters().reasons())
                .containsExactly(new Count("MALFORMED", 4), new Count("TOO_LARGE", 1));
    }

    @Test
    void showsHowEachChannelIsDoingAndWhy() throws Exception {
        assertThat(ask().health())
                .containsExactly(
                        new Health(
                                "app-store",
                                "mobile",
                                "failing",
                                "status 503",
                                Instant.parse("2026-03-15T08:55:00Z")),
                        new Health(
                                "typeform",
                                "web",
                                "ok",
                                null,
                                Instant.parse("2026-03-15T07:00:00Z")));
    }

    @Test
    void showsTheStagesBeforeThereIsAnyFeedback() throws Exception {
        try (FakeElasticsearch search = FakeElasticsearch.start()) {
            LiveView view =
                    new LiveQueries(new SearchClient(search.client()), Samples.JOURNEY, 0.5, false)
                            .ask();

            assertThat(view.until()).isNull();
            assertThat(view.stages()).extracting(StageView::sentiment).containsOnlyNulls();
            assertThat(view.cells()).isEmpty();
            assertThat(view.channels()).isEmpty();
            assertThat(view.health()).isEmpty();
            assertThat(view.verbatims()).isEqualTo(List.of());
            assertThat(view.deadLetters().count()).isZero();
        }
    }

    private static LiveView ask() throws Exception {
        try (FakeElasticsearch search = Samples.fill(FakeElasticsearch.start())) {
            return new LiveQueries(new SearchClient(search.client()), Samples.JOURNEY, 0.5, false)
                    .ask();
        }
    }
}
