package io.throughline.channels.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.OutcomeLine;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Limits;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileEnvelopesTest {

    private static final String HEADER = "id,occurredAt,text\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "  \n\n\t\n", "\uFEFF\n"})
    void anEmptyFileGivesNothing(String content) {
        for (String id : List.of("app-store", "csv", "jsonl", "mastodon")) {
            assertThat(read(id, "x", content)).isEmpty();
        }
    }

    @Test
    void aRowIsAnEnvelopeWithTheHeaderRowBesideIt() {
        List<Positioned> rows =
                read("csv", "f.csv", HEADER + "1,2026-03-04,\"a\nb, \"\"c\"\"\"\r\n\n2,,\n");

        assertThat(payloads(rows)).containsExactly("1,2026-03-04,\"a\nb, \"\"c\"\"\"", "2,,");
        assertThat(rows.get(0).envelope().headers())
                .containsEntry(RawEnvelope.CSV_HEADER, "id,occurredAt,text")
                .containsEntry(RawEnvelope.FILE_NAME, "f.csv");
        assertThat(rows.get(0).envelope().position()).isEqualTo(HEADER.length());
    }

    @Test
    void aFileSaysItsTimesAndAnOptionIsStronger() throws IOException {
        Instant option = Instant.parse("2026-01-01T00:00:00Z");
        FileOrigin file = new FileOrigin("a/f.csv", "f.csv", Fixtures.OBSERVED, option);
        InputStream in = new ByteArrayInputStream((HEADER + "1,,x").getBytes(UTF_8));
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(Fixtures.definition("csv"), file, in, 0)) {
            RawEnvelope named = envelopes.next().orElseThrow().envelope();
            assertThat(named.occurredAtHint()).isEqualTo(option);
            assertThat(named.occurredAtSource()).isEqualTo("option");
            assertThat(named.observedAt()).isEqualTo(Fixtures.OBSERVED);
        }
        RawEnvelope plain = read("csv", "f.csv", HEADER + "1,,x").get(0).envelope();
        assertThat(plain.occurredAtHint()).isEqualTo(Fixtures.OBSERVED);
        assertThat(plain.occurredAtSource()).isEqualTo("file-time");
    }

    @ParameterizedTest
    @CsvSource({
        "survey-export, export.csv",
        "tickets, tickets.jsonl",
        "mastodon, stream.sse",
        "mastodon, timeline.json"
    })
    void readingGoesOnAtEveryOffset(String id, String name) {
        ChannelDefinition definition = Fixtures.definition(id);
        byte[] bytes = Fixtures.bytes(id + "/" + name);
        List<Positioned> all = Fixtures.envelopes(definition, name, bytes);
        for (int i = 0; i < all.size(); i++) {
            List<Positioned> rest =
                    Fixtures.envelopes(definition, name, bytes, all.get(i).nextOffset());
            assertThat(rest).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void jsonIsToldFromJsonLinesByContent() {
        String body = "{\n \"feed\": {\"entry\": [\n{\"id\": 1},\n{\"id\": 2}\n]}\n}";
        assertThat(read("app-store", "f.json", body)).hasSize(1);
        assertThat(read("jsonl", "f.json", body)).hasSize(1);
        assertThat(read("mastodon", "f", "[{\"id\":1},\n{\"id\":2}]")).hasSize(1);
        assertThat(read("mastodon", "f", "{\"id\":1}\n{\"id\":2}\n")).hasSize(2);
        assertThat(read("mastodon", "f", "{\"id\":1, \"x\n{\"id\":2}\n{\"id\":3}")).hasSize(3);
        assertThat(read("mastodon", "f", "garbage\n{\"id\":2}\n{\"id\":3}")).hasSize(3);
        assertThat(read("csv", "f", "<html>\n<p>Sorry, no export</p>\n</html>")).hasSize(1);
        assertThat(read("survey-export", "f", "{\"Case ID\":1}\n{\"Case ID\":2}")).hasSize(2);
    }

    @Test
    void aRecordingOfAStreamIsAnEnvelopeAnEvent() {
        List<Positioned> events =
                read("mastodon", "f", ": hi\n\nevent: update\ndata: {\ndata: }\n\ndata: x\n\n");

        assertThat(payloads(events)).containsExactly("{\n}", "x");
        assertThat(events)
                .extracting(e -> e.envelope().headers().get(RawEnvelope.SSE_EVENT))
                .containsExactly("update", "message");
    }

    @Test
    void aCarriageReturnAloneEndsARow() {
        String content = "id,occurredAt,text\r1,,\"a\rb\"\r2,,c\r3,,\"open\r4,,d";

        List<Positioned> rows = read("csv", "f.csv", content);

        assertThat(payloads(rows)).containsExactly("1,,\"a\rb\"", "2,,c", "3,,\"open", "4,,d");
        assertThat(rows.get(0).envelope().headers())
                .containsEntry(RawEnvelope.CSV_HEADER, "id,occurredAt,text");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(
                            Fixtures.envelopes(
                                    Fixtures.definition("csv"),
                                    "f.csv",
                                    content.getBytes(UTF_8),
                                    rows.get(i).nextOffset()))
                    .isEqualTo(rows.subList(i + 1, rows.size()));
        }
    }

    @Test
    void aRowThatIsTooLargeEndsAtACarriageReturn() {
        String big = "x".repeat(Limits.MAX_CARRIED + 1);

        List<Positioned> rows = read("csv", "f.csv", "id,text\r1,a\r" + big + "\r2,b\r");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).envelope().originalSize()).isEqualTo(big.length());
        assertThat(new String(rows.get(2).envelope().payload(), UTF_8)).isEqualTo("2,b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void aFileInUtf16IsOneRejectionThatSaysWhatToDo(String charset) {
        byte[] rows = ("\uFEFF" + HEADER + "1,,x\n2,,y\n").getBytes(Charset.forName(charset));
        byte[] object = "\uFEFF{\"id\":1}\n{\"id\":2}".getBytes(Charset.forName(charset));
        for (String id : List.of("csv", "survey-export", "jsonl", "mastodon")) {
            for (byte[] content : List.of(rows, object)) {
                assertThat(Fixtures.outcomes(id, "f", content))
                        .extracting(OutcomeLine::of)
                        .containsExactly(
                                "rejected INVALID_ENCODING: the text is UTF-16, which cannot be"
                                        + " read; save it as UTF-8");
            }
        }
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneRow() {
        List<Positioned> rows =
                read("csv", "f.csv", HEADER + "1,,\"open\n2,,x\n3,,\"fine, too\"\n4,,\"end\n5,,y");

        assertThat(payloads(rows))
                .containsExactly("1,,\"open", "2,,x", "3,,\"fine, too\"", "4,,\"end", "5,,y");
    }

    @Test
    void anUnclosedQuoteBeforeManyMebibytesStillCostsOneRow() throws IOException {
        String row = "7,2026-03-04,some more text in a plain row\n";
        byte[] head = (HEADER + "1,,\"open\n").getBytes(UTF_8);
        byte[] rows = row.repeat((13 << 20) / row.length()).getBytes(UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + rows.length);
        System.arraycopy(rows, 0, all, head.length, rows.length);

        List<Positioned> read = Fixtures.envelopes(Fixtures.definition("csv"), "f.csv", all);

        assertThat(read).hasSize(1 + (13 << 20) / row.length());
    }

    @Test
    void aRecordThatIsTooLargeToBeCarriedIsCutAndItsNeighboursAreNot() {
        for (String id : List.of("csv", "jsonl")) {
            String big = "x".repeat(Limits.MAX_CARRIED + 1);
            String whole = "y".repeat(5 << 20);
            String content =
                    id.equals("csv")
                            ? HEADER + "1,,a\n" + big + "\n" + whole + "\n2,,b\n"
                            : "{\"id\":1}\n" + big + "\n" + whole + "\n{\"id\":2}\n";

            List<Positioned> rows = read(id, "f." + id, content);

            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).envelope().originalSize()).isEqualTo(big.length());
            assertThat(rows.get(1).envelope().payload()).hasSize(Limits.CUT_TO);
            assertThat(rows.get(2).envelope().truncated()).isFalse();
            assertThat(rows.get(2).envelope().payload()).hasSize(whole.length());
            assertThat(rows.get(3).envelope().payload().length).isLessThan(10);
        }
    }

    @Test
    void aFirstLineOfFiveMebibytesDoesNotHideTheOthers() {
        String first = "{\"id\":1,\"text\":\"" + "x".repeat(5 << 20) + "\"}";

        assertThat(read("mastodon", "f", first + "\n{\"id\":2}\n{\"id\":3}\n")).hasSize(3);
    }

    @Test
    void aBodyThatIsTooLargeIsCutInBoundedMemory() throws IOException {
        long size = 200L << 20;
        InputStream endless = new Endless(size);
        FileOrigin file = new FileOrigin("f", "f", Fixtures.OBSERVED, null);
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(Fixtures.definition("app-store"), file, endless, 0)) {
            Positioned body = envelopes.next().orElseThrow();
            assertThat(body.envelope().originalSize()).isEqualTo(size);
            assertThat(body.envelope().payload()).hasSize(Limits.CUT_TO);
            assertThat(envelopes.next()).isEmpty();
        }
    }

    @Test
    void nothingOfARandomFileIsLostOrThrows() {
        Random random = new Random(7);
        String alphabet = "a,\"\n\r{}[]: \uFFFDdata";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder content = new StringBuilder(i % 2 == 0 ? HEADER : "");
            for (int n = random.nextInt(60); n > 0; n--) {
                content.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (String id : List.of("csv", "jsonl", "mastodon")) {
                long last = -1;
                for (Positioned each : read(id, "f", content.toString())) {
                    assertThat(each.envelope().position()).isGreaterThan(last);
                    assertThat(each.nextOffset()).isGreaterThan(each.envelope().position());
                    last = each.envelope().position();
                }
            }
        }
    }

    private static List<Positioned> read(String id, String name, String content) {
        return Fixtures.envelopes(Fixtures.definition(id), name, content.getBytes(UTF_8));
    }

    private static List<String> payloads(List<Positioned> envelopes) {
        return envelopes.stream().map(e -> new String(e.envelope().payload(), UTF_8)).toList();
    }

    /** As many opening braces as asked for, never in memory as a whole. */
    private static final class Endless extends InputStream {

        private long left;

        Endless(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? '[' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, (byte) '[');
            left -= count;
            return count;
        }
    }
}
