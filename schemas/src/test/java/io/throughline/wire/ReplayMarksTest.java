package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.Samples;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayMarksTest {

    private static final RawEnvelope ENVELOPE = Samples.fullEnvelope();
    private static final DeadLetter LETTER = Samples.replayedLetter();

    @Test
    void anEnvelopeOfALetterIsTheOneThatCame() {
        Provenance place =
                new Provenance(ENVELOPE.origin(), ENVELOPE.position(), 0, null, -1, -1, "");
        DeadLetter letter =
                DeadLetter.of(
                        ENVELOPE,
                        place,
                        FailureReason.MALFORMED,
                        ProcessingStage.PARSE,
                        null,
                        null,
                        "");

        assertThat(letter.envelope()).isEqualTo(ENVELOPE);
    }

    @Test
    void aMarkedEnvelopeTellsItsLettersAndIsTheSameWithoutThem() {
        RawEnvelope marked =
                Codecs.RAW_ENVELOPE.decode(
                        Codecs.RAW_ENVELOPE.encode(ReplayMarks.mark(ENVELOPE, List.of(LETTER))));

        assertThat(ReplayMarks.letters(marked)).containsOnlyKeys(LETTER.record());
        assertThat(ReplayMarks.letters(marked).get(LETTER.record()))
                .usingRecursiveComparison()
                .isEqualTo(LETTER);
        assertThat(ReplayMarks.unmarked(marked)).isEqualTo(ENVELOPE);
    }

    @Test
    void aMarkHoldsNoneOfTheBytes() {
        DeadLetter letter = ReplayMarks.letter(ReplayMarks.of(Samples.deadLetter()));

        assertThat(letter.payload()).isEmpty();
        assertThat(letter.headers()).isEmpty();
        assertThat(letter.size()).isEqualTo(Samples.deadLetter().size());
    }

    @Test
    void whatComesAsItIsIsNoReplay() {
        assertThat(ReplayMarks.letters(ENVELOPE)).isEmpty();
        assertThat(ReplayMarks.unmarked(ENVELOPE)).isSameAs(ENVELOPE);
    }

    @Test
    void aMarkThatIsNoneIsPassedOver() {
        Map<String, String> headers = new HashMap<>(ENVELOPE.headers());
        headers.put("replay:3", "not base64!");
        headers.put("replay:x", ReplayMarks.of(Samples.deadLetter()));

        assertThat(ReplayMarks.letters(ENVELOPE.with(headers))).isEmpty();
    }
}
