package io.throughline.channels.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTimeTest {

    @ParameterizedTest
    @CsvSource({
        "call_2026-03-04T05-06-07Z.json, 2026-03-04T05:06:07Z",
        "20260304T050607Z.json, 2026-03-04T05:06:07Z",
        "20260304050607.json, 2026-03-04T05:06:07Z",
        "2026-03-04_05-06-07.json, 2026-03-04T05:06:07Z",
        "2026-03-04 05.06.07.json, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.123Z_call.json, 2026-03-04T05:06:07Z",
        "2026-03-04T05%3A06%3A07Z.json, 2026-03-04T05:06:07Z",
        "2026-03-04T05-06-07+0200.json, 2026-03-04T03:06:07Z",
        "agent-7_2026-03-04T05-06.json, 2026-03-04T05:06:00Z",
        "20260304T0506Z.json, 2026-03-04T05:06:00Z",
        "call_20260304_0506.json, 2026-03-04T05:06:00Z",
        "202603040506.json, 2026-03-04T05:06:00Z",
        "20260304T0506+0200.json, 2026-03-04T03:06:00Z",
        "20260304T0506-0200.json, 2026-03-04T07:06:00Z",
        "20260304T0506-02:00.json, 2026-03-04T07:06:00Z",
        "call-2026-03-04.json, 2026-03-04T00:00:00Z",
        "call2026_03_04.wav.json, 2026-03-04T00:00:00Z",
        "call-20260304.json, 2026-03-04T00:00:00Z",
        "2026-13-04_2026-03-05.json, 2026-03-05T00:00:00Z",
        "2026-02-30.json, ",
        "4915120260304999.json, ",
        "6f20191231ab-uuid.json, ",
        "example-call.json, "
    })
    void findsTheTime(String name, Instant expected) {
        assertThat(FileNameTime.of(name).orElse(null)).isEqualTo(expected);
    }
}
