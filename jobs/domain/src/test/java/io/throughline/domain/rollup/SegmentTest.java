package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final Segments SEGMENTS =
            new Segments(
                    List.of(
                            new Segment("region", "locale", List.of()),
                            new Segment("product", "extras.product", List.of("Home", "motor")),
                            new Segment("language", "language", List.of())));

    @Test
    void valuesOfTheListAndTheStandardsAreToldApart() {
        assertThat(SEGMENTS.of(feedback("en", "en_GB", " home ")))
                .containsExactly("language=en", "product=Home", "region=GB");
    }

    @Test
    void everythingElseIsOther() {
        assertThat(SEGMENTS.of(feedback("klingon", "en-QQ", "x".repeat(10_000))))
                .containsExactly("language=other", "product=other", "region=other");
    }

    @Test
    void whatHasNoValueIsInNoSegment() {
        assertThat(SEGMENTS.of(feedback(null, "en", " "))).isEmpty();
    }

    @Test
    void onlyPlacesWhereValuesAreCount() {
        assertThat(List.of("language", "locale", "touchpoint", "source", "extras.plan"))
                .allMatch(Segment::isPlace);
        assertThat(List.of("", "extras.", "text", "product")).noneMatch(Segment::isPlace);
    }

    private static Feedback feedback(String language, String locale, String product) {
        return new FeedbackBuilder(Channel.WEB, "s", "1")
                .text("good")
                .language(language)
                .locale(locale)
                .extra("product", product)
                .occurredAt(Instant.EPOCH)
                .observedAt(Instant.EPOCH)
                .build();
    }
}
