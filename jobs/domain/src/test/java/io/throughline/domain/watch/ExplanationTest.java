package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Term;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Excerpt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final long ONSET = 29_500_000;
    private static final List<Driver> DRIVERS =
            List.of(
                    new Driver("web", 60, 0.2, 0.6, 0.3),
                    new Driver("phone", 20, 0.2, 0.5, 0.1),
                    new Driver("mobile", 20, 0.2, 0.1, -0.05));

    private final List<Said> before = new ArrayList<>();
    private final List<Said> since = new ArrayList<>();

    ExplanationTest() {
        for (int i = 0; i < 40; i++) {
            before.add(said("b" + i, "web", 0, ONSET - 500 + i, "the catalogue is slow again"));
            since.add(
                    said(
                            "s" + i,
                            i % 4 == 0 ? "phone" : "web",
                            0,
                            ONSET + i,
                            "the return box was locked, fined for nothing " + Feed.letters(i)));
            since.add(said("p" + i, "mobile", 2, ONSET + i, "lovely reading room"));
        }
    }

    @Test
    void termsSayWhatIsNewInWhatIsNegative() {
        List<String> terms =
                Explanation.of(Direction.DROP, since, before, DRIVERS).terms().stream()
                        .map(Term::term)
                        .toList();

        assertThat(terms).anyMatch(term -> term.contains("return box"));
        assertThat(terms).noneMatch(term -> term.contains("reading"));
        assertThat(terms).noneMatch(term -> term.contains("catalogue"));
    }

    @Test
    void verbatimsComeFromChannelsInProportionToTheirPart() {
        List<Evidence> verbatims =
                Explanation.of(Direction.DROP, since, before, DRIVERS).verbatims();

        assertThat(verbatims).hasSize(5);
        assertThat(verbatims).filteredOn(said -> said.channel().equals("web")).hasSize(4);
        assertThat(verbatims).filteredOn(said -> said.channel().equals("phone")).hasSize(1);
    }

    @Test
    void oneAuthorAndOneTextIsShownOnce() {
        since.clear();
        for (int i = 0; i < 10; i++) {
            since.add(said("same", "web", 0, ONSET + i, "locked again"));
        }

        assertThat(Explanation.of(Direction.DROP, since, before, DRIVERS).verbatims()).hasSize(1);
    }

    @Test
    void shortTextsOfManyAreShownOnceToo() {
        since.clear();
        for (int i = 0; i < 400; i++) {
            String copy =
                    i % 2 == 0
                            ? "Boycott this library right now!"
                            : "boycott this library right now";
            since.add(said("a" + i, i % 3 == 0 ? "phone" : "web", 0, ONSET + i, copy));
        }
        since.add(said("alone", "web", 0, ONSET, "the box is locked"));

        assertThat(Explanation.of(Direction.DROP, since, before, DRIVERS).verbatims())
                .extracting(said -> said.text().toLowerCase(Locale.ROOT).replace("!", ""))
                .containsExactlyInAnyOrder("boycott this library right now", "the box is locked");
    }

    @Test
    void whoSaidACopyIsShownWithOtherWords() {
        since.clear();
        since.add(said("one", "web", 0, ONSET, "locked"));
        since.add(said("two", "web", 0, ONSET + 1, "locked"));
        since.add(said("one", "web", 0, ONSET + 2, "fined"));
        since.add(said("two", "web", 0, ONSET + 3, "fined"));

        assertThat(Explanation.of(Direction.DROP, since, before, DRIVERS).verbatims())
                .extracting(Evidence::text)
                .containsExactlyInAnyOrder("locked", "fined");
    }

    @Test
    void orderOfArrivalDoesNotMatter() {
        Explanation one = explain(new Random(1));

        assertThat(explain(new Random(2))).isEqualTo(one);
        assertThat(one.verbatims()).hasSize(5);
    }

    private static Explanation explain(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            changes.add(
                    change(
                            "c" + i,
                            ONSET - 2_000 + i,
                            (i % 3 == 0 ? "late bus " : "late train ") + Feed.letters(i)));
        }
        Collections.shuffle(changes, random);
        Words words = new Words();
        changes.forEach(words::apply);
        words.close(ONSET + 2_000);
        return Explanation.of(
                Direction.DROP,
                words.between(ONSET, ONSET + 2_000),
                words.between(Long.MIN_VALUE, ONSET),
                DRIVERS);
    }

    @Test
    void ofABusyStageSomethingOlderStays() {
        Words words = new Words();
        for (int i = 0; i < 5_000; i++) {
            words.apply(change("c" + i, ONSET - 5_000 + i, "late"));
        }
        words.close(ONSET);

        assertThat(words.between(ONSET - 1_000, ONSET)).hasSize(Words.NEWEST);
        assertThat(words.between(Long.MIN_VALUE, ONSET - 1_000))
                .hasSizeBetween(2 * Words.A_DAY, 4 * Words.A_DAY);
    }

    private static Change change(String id, long minute, String text) {
        return new Change(
                Feed.contribution(Feed.STAGE, "web", minute, 0, "a" + id, id, "m1", 0),
                Change.ADD,
                new Excerpt(Instant.ofEpochSecond(minute * 60), text, null));
    }

    private static Said said(String author, String channel, int label, long minute, String text) {
        return Said.of(
                new Change(
                        Feed.contribution(
                                Feed.STAGE,
                                channel,
                                minute,
                                label,
                                author,
                                "f" + minute + label,
                                "m1",
                                0),
                        Change.ADD,
                        new Excerpt(Instant.ofEpochSecond(minute * 60), text, null)));
    }
}
