package io.throughline.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 2 Mar 2026 08:10:34 -0800 (PST) | 2026-03-02T16:10:34Z",
                "2 Mar 2026 08:10 +0530              | 2026-03-02T02:40:00Z",
                "02 Mar 26 08:10:34 EST              | 2026-03-02T13:10:34Z",
                "Mon, 02 March 2026 08:10:34 GMT     | 2026-03-02T08:10:34Z",
                "Mon, 2 Mar 2026 08:10:34 -0000      | 2026-03-02T08:10:34Z",
                "Mon, 2 Mar 2026 08:10:34 Z          | 2026-03-02T08:10:34Z",
                "Mon, 2 Mar 2026 08:10:34            | 2026-03-02T08:10:34Z",
                "Mon, 2 Mar 2026 08:10:34 XYZ        | 2026-03-02T08:10:34Z",
                "Fri, 21 Nov 97 09:55:06 -0600       | 1997-11-21T15:55:06Z",
                "Sat, 31 Dec 2016 23:59:60 +0000     | 2016-12-31T23:59:59Z",
                "Mon, 2 Mar 2026 08:10:34 GMT+0100   | 2026-03-02T08:10:34Z",
            })
    void readsWhatMailsWrite(String date, Instant time) {
        assertThat(MailDates.read(date)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-03-02T08:10:34Z",
                "Mon, 31 Feb 2026 08:10:34 +0000",
                "Mon, 2 Foo 2026 08:10:34 +0000",
                "Mon, 2 Mar 2026 25:10:34 +0000",
                "Mon, 2 Mar 2026 08:10:34 +9900"
            })
    void anythingElseIsNone(String date) {
        assertThat(MailDates.read(date)).isEmpty();
    }
}
