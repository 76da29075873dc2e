package io.throughline.local.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.rollup.Contribution;
import io.throughline.model.FailureReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HistoryReaderTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<String> bad = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void columnsMayComeInAnyOrderAndMoreOfThem() throws IOException {
        List<HistoryItem> items =
                items(
                        """
                        \uFEFFLabel,mood,occurredat,stage,channel,author
                        negative,x,2026-03-04T05:06:07Z,claim,web,ann
                        ,x,2026-03-05,claim,,

                        POSITIVE,x,2026-03-06,,phone,
                        """);
        assertThat(items)
                .extracting(HistoryItem::stage, HistoryItem::channel, HistoryItem::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("claim", "web", 0),
                        org.assertj.core.groups.Tuple.tuple(
                                "claim", "other", Contribution.ABSTAINED),
                        org.assertj.core.groups.Tuple.tuple("all", "phone", 2));
        assertThat(items).extracting(HistoryItem::author).containsExactly("ann", null, null);
        assertThat(bad).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatIsNoTableWithCommasIsSaid() {
        assertThatThrownBy(() -> items("occurredAt;label\n2026-03-04;negative\n"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("has no commas");
        assertThatThrownBy(() -> items("occurredAt,label\n2026-03-04,\"negative\n"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("it is no CSV any more");
        assertThatThrownBy(() -> items("\"occurredAt,label\n"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("it is no CSV any more");
    }

    @Test
    void badLinesAreToldWithTheirNumberAndTheOthersGoOn() throws IOException {
        List<HistoryItem> items =
                items(
                        """
                        occurredAt,label,text
                        2026-03-04,negative,"two
                        lines"
                        soon,negative,x
                        ,negative,x
                        2026-03-04,negativ,x
                        1970-01-01,negative,x
                        2026-07-01,negative,x
                        2026-03-05,neutral,x
                        """);
        assertThat(items).hasSize(2);
        assertThat(bad)
                .containsExactly(
                        "4 INVALID_FIELD occurredAt: 'soon' is no time; write"
                                + " 2026-03-04T05:06:07Z, 2026-03-04 05:06, 2026-03-04, or seconds"
                                + " or milliseconds since 1970",
                        "5 MISSING_FIELD occurredAt: is missing",
                        "6 INVALID_FIELD label: 'negativ' is no label; did you mean 'negative'?",
                        "7 INVALID_FIELD occurredAt: '1970-01-01' is before 1990 or more than a"
                                + " day ahead",
                        "8 INVALID_FIELD occurredAt: '2026-07-01' is before 1990 or more than a"
                                + " day ahead");
    }

    @Test
    void aMissingTimeNamesWhatIsNearest() {
        assertThatThrownBy(() -> items("occuredAt,label\n"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("did you mean 'occuredAt'?");
        assertThatThrownBy(() -> items("received_at,label\n"))
                .hasMessageContaining("is it 'received_at'?");
        assertThatThrownBy(() -> items("")).hasMessageContaining("nothing in it");
    }

    @Test
    void aMissingLabelIsSaidOnce() throws IOException {
        assertThat(items("occurredAt,labels\n2026-03-04,negative\n2026-03-05,negative\n"))
                .extracting(HistoryItem::label)
                .containsOnly(Contribution.ABSTAINED);
        assertThat(warnings)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("no column 'label'", "did you mean 'labels'?");
    }

    @Test
    void columnsMayHaveOtherNames() throws IOException {
        History history =
                read(
                        "when,how\n2026-03-04,phone\n",
                        Map.of("occurredAt", "when", "channel", "how"));
        assertThat(Items.all(history.feedback()))
                .extracting(HistoryItem::channel)
                .containsExactly("phone");
        assertThatThrownBy(() -> read("when,how\n", Map.of("occurredAt", "whenn")))
                .hasMessageContaining("there is no column 'whenn'; did you mean 'when'?");
    }

    @Test
    void linesOfTagAreReadWithTheirHeaviestStage() throws IOException {
        List<HistoryItem> items =
                items(
                        """
                        {"id":"a","channel":"web","occurredAt":"2026-03-04T05:06:07Z","author":{"key":"hmac:1"},"text":"x","rating":{"value":1,"min":1,"max":5},"sentiment":{"label":"negative","score":-0.5,"model":"m1"},"stages":[{"id":"quote","weight":0.3},{"id":"claim","weight":0.7}]}
                        {"id":"b","occurredAt":"2026-03-04T05:07:07Z","sentiment":{"abstained":"no-text"},"stages":[]}
                        {"id":"c","occurredAt":"2026-03-04T05:08:07Z","stage":"renew","label":"positive","author":"bob"}
                        {"id":"d","occurredAt":"2026-03-04T05:09:07Z","text":"canonical feedback alone"}
                        [1]
                        not json
                        """);
        assertThat(items)
                .extracting(HistoryItem::stage)
                .containsExactly("claim", "unassigned", "renew", "all");
        assertThat(items).extracting(HistoryItem::label).containsExactly(0, -1, 2, -1);
        assertThat(items.get(0).scoreMicros()).isEqualTo(-500_000);
        assertThat(items.get(0).rating()).isEqualTo(-1);
        assertThat(items.get(0).model()).isEqualTo("m1");
        assertThat(items)
                .extracting(HistoryItem::author)
                .containsExactly("hmac:1", null, "bob", null);
        assertThat(bad)
                .containsExactly(
                        "5 MALFORMED the line is no JSON object",
                        "6 MALFORMED the line is no JSON");
    }

    @Test
    void fieldsOfJsonMayBeElsewhereAndARatingIsALabel() throws IOException {
        History history =
                read(
                        """
                        {"id":"a","occurredAt":"2026-03-04T05:06:07Z","rating":{"value":1,"min":1,"max":5},"extras":{"insurer":"Acme"},"sentiment":{"label":"positive","score":0.9},"stages":[{"id":"claim","weight":1}]}
                        {"id":"b","occurredAt":"2026-03-04T05:07:07Z","rating":{"value":3,"min":1,"max":5}}
                        {"id":"c","occurredAt":"2026-03-04T05:08:07Z"}
                        """,
                        Map.of("label", "rating", "stage", "extras.insurer"));
        assertThat(Items.all(history.feedback()))
                .extracting(HistoryItem::stage, HistoryItem::label, HistoryItem::scoreMicros)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Acme", 0, -1_000_000L),
                        org.assertj.core.groups.Tuple.tuple("all", 1, 0L),
                        org.assertj.core.groups.Tuple.tuple("all", -1, 0L));
    }

    @Test
    void laterRevisionsAndDeletesOfCanonicalFeedbackHold() throws IOException {
        List<HistoryItem> items =
                items(
                        """
                        {"id":"a","revision":2,"operation":"upsert","occurredAt":"2026-03-04T05:06:07Z","label":"positive"}
                        {"id":"a","revision":1,"operation":"upsert","occurredAt":"2026-03-04T05:06:07Z","label":"negative"}
                        {"id":"b","revision":1,"operation":"upsert","occurredAt":"2026-03-04T05:06:07Z","label":"negative"}
                        {"id":"b","revision":1,"operation":"delete","occurredAt":"2026-03-04T05:06:07Z"}
                        """);
        assertThat(items).extracting(HistoryItem::label).containsExactly(2);
    }

    @Test
    void timestampAndValueAreASeriesOfNumbersInTheOrderOfTheirTime() throws IOException {
        History history =
                read(
                        "timestamp,value\n2026-03-04 00:05:00,2\n2026-03-04 00:00:00,1.5\n"
                                + "2026-03-04 00:10:00,many\n2026-03-04 00:15:00,NaN\n",
                        Map.of());
        assertThat(history.numeric()).isTrue();
        assertThat(history.points()).extracting(Point::value).containsExactly(1.5, 2.0);
        assertThat(bad)
                .containsExactly(
                        "4 INVALID_FIELD value: 'many' is no number",
                        "5 INVALID_FIELD value: 'NaN' is not finite");
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithTheirLine() throws IOException {
        String table = "occurredAt,author\n2026-03-04,Zo\u00EB\n2026-03-05,ann \uFFFD\n";
        byte[] latin = table.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(items(table))
                .extracting(HistoryItem::author)
                .containsExactly("Zo\u00EB", "ann \uFFFD");
        assertThat(bad).isEmpty();

        try (History history = read(latin, Map.of())) {
            assertThat(Items.all(history.feedback()))
                    .extracting(HistoryItem::author)
                    .containsExactly("ann ?");
        }
        read(
                        "{\"occurredAt\":\"2026-03-04\",\"author\":\"Zo\u00EB\"}"
                                .getBytes(StandardCharsets.ISO_8859_1),
                        Map.of())
                .close();
        assertThat(bad)
                .containsExactly(
                        "2 INVALID_ENCODING " + Utf8.BROKEN, "1 INVALID_ENCODING " + Utf8.BROKEN);
        assertThatThrownBy(() -> read(table.getBytes(StandardCharsets.UTF_16), Map.of()))
                .isInstanceOf(HistoryException.class)
                .hasMessage("line 1: in the header " + Utf8.BROKEN);
    }

    private List<HistoryItem> items(String text) throws IOException {
        try (History history = read(text, Map.of())) {
            return Items.all(history.feedback());
        }
    }

    private History read(String text, Map<String, String> columns) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), columns);
    }

    private History read(byte[] bytes, Map<String, String> columns) throws IOException {
        return new HistoryReader(
                        new EventTimes(ZoneOffset.UTC),
                        columns,
                        NOW,
                        new HistoryReader.Listener() {
                            @Override
                            public void bad(FailureReason reason, String message, long line) {
                                bad.add(line + " " + reason + " " + message);
                            }

                            @Override
                            public void warning(String message) {
                                warnings.add(message);
                            }

                            @Override
                            public void read(long records) {}
                        })
                .read(new ByteArrayInputStream(bytes));
    }
}
