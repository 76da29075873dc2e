package io.throughline.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.ModelVersion;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.WordLearner;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionBookTest {

    private final VersionBook book = new VersionBook(WordLearner.ID);

    @Test
    void aRollBackHoldsAgainstAVersionOfTheSameNumberWhicheverCameFirst() {
        ModelVersion back = Samples.rollBack(2, Samples.NOON);
        ModelVersion learned = Samples.version(2, Samples.NOON, "late");
        for (List<ModelVersion> order : List.of(List.of(back, learned), List.of(learned, back))) {
            VersionBook one = new VersionBook(WordLearner.ID);
            order.forEach(one::add);

            assertThat(one.newest()).contains(back);
            assertThat(one.has(learned)).as("nothing new").isTrue();
        }
    }

    @Test
    void theTeacherIsTheOneOfTheNewestVersionThatNamesIt() {
        assertThat(book.taughtBy()).isEmpty();
        book.add(Samples.version(1, Samples.NOON, "late"));
        book.add(Samples.rollBack(2, Samples.NOON));

        assertThat(book.taughtBy()).contains("teacher-v1");
    }
}
