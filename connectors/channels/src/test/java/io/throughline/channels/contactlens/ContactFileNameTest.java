package io.throughline.channels.contactlens;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "c-1_analysis_2026-03-04T05:06:07Z.json, 0, c-1, 2026-03-04T05:06:07Z.json",
        "c-1_analysis_redacted_2026-03-04T05:06:07Z.json, 0, c-1, 2026-03-04T05:06:07Z.json",
        "c-1_analysis_2026-03-04T05:06:07Z.json, 900, c-1, 2026-03-04T05:06:07Z.json",
        "call.json, 0, call, call.json"
    })
    void namesTheContactAndTheTime(String name, long position, String contact, String time) {
        assertThat(ContactFileName.of(file(name, position)))
                .contains(new ContactFileName(contact, time));
    }

    @ParameterizedTest
    @CsvSource({"call.json, 900", "'', 0"})
    void doesNotGiveTwoContactsOneName(String name, long position) {
        assertThat(ContactFileName.of(file(name, position))).isEmpty();
    }

    private static RawEnvelope file(String name, long position) {
        return new RawEnvelope(
                "contact-lens-voice",
                Instant.EPOCH,
                null,
                null,
                "test",
                position,
                Map.of(RawEnvelope.FILE_NAME, name),
                -1,
                new byte[0]);
    }
}
