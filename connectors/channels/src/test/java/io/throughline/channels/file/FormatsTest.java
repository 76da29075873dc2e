package io.throughline.channels.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Fixtures;
import io.throughline.channels.OutcomeLine;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same bytes give the same records, whether they are posted or read from a file. */
class FormatsTest {

    private static final String FORM =
            """
            map:
              naturalId: $.CallSid
              occurredAt: $.at
              text: join(' ', json($.data).transcript, $.tag)
            """;

    @Test
    void aFormIsToldByItsLooksOrByItsFormat() {
        String body =
                "CallSid=CA1&at=2026-03-04T05%3A06%3A07Z&data=%7B%22transcript%22%3A%22caf%C3%A9+%26%22%7D"
                        + "&tag=a&tag=b";

        for (String format : List.of("", "format: form\n", "format: auto\n")) {
            assertThat(read(format + FORM, "b.form", body))
                    .singleElement()
                    .asString()
                    .contains("\"text\":\"café & a b\"")
                    .contains("\"occurredAt\":\"2026-03-04T05:06:07Z\"");
        }
    }

    @Test
    void everyLineOfAFileOfFormsIsARecord() {
        String bodies = "CallSid=1&at=2026-03-04\n\nCallSid=2&at=%zz\r\nCallSid=3&at=2026-03-04\n";

        assertThat(read(FORM, "b.form", bodies))
                .extracting(line -> line.substring(0, 20))
                .containsExactly(
                        "{\"id\":\"web:mine:1\",\"",
                        "rejected MALFORMED: ",
                        "{\"id\":\"web:mine:3\",\"");
    }

    @ParameterizedTest
    @CsvSource({
        "CallSid=1&data=%ff, INVALID_ENCODING",
        "CallSid=1&data=%C3, INVALID_ENCODING",
        "CallSid=1&data=%, MALFORMED",
        "CallSid=1&data=%4, MALFORMED",
        "CallSid=1&data=%g1, MALFORMED",
        "CallSid=1&data=%7Bx&at=2026-03-04, INVALID_FIELD",
        "at=2026-03-04, MISSING_FIELD",
        "CallSid, MALFORMED",
        "{}, MALFORMED"
    })
    void aBrokenFormHasAReason(String body, String reason) {
        assertThat(read("format: form\n" + FORM, "b.form", body))
                .singleElement()
                .asString()
                .startsWith("rejected " + reason);
    }

    @Test
    void textIsARecordAsAWhole() {
        String yaml =
                """
                format: text
                map:
                  naturalId: first(fileName(), 'posted')
                  occurredAt: {from: "match(fileName(), '\\\\d{8}')", formats: [yyyyMMdd]}
                  text: $.text
                """;

        assertThat(outcomes(yaml, "note-20260304.txt", "{not json\n\n[at all"))
                .singleElement()
                .asString()
                .contains("\"text\":\"{not json\\n\\n[at all\"")
                .contains("note-20260304.txt");
        assertThat(outcomes(yaml, "n.txt", "<!DOCTYPE html><p>502"))
                .singleElement()
                .asString()
                .startsWith("rejected MALFORMED");
    }

    @Test
    void jsonIsOneDocumentHoweverItIsLaidOut() {
        String yaml =
                "format: json\nrecords: $.all\nmap: {naturalId: $.id, occurredAt: \"'2026-03-04'\"}\n";

        assertThat(read(yaml, "f.jsonl", "{\"all\":\n[{\"id\":1},\n{\"id\":2}]}")).hasSize(2);
        assertThat(read(yaml, "f.jsonl", "{\"all\":[{\"id\":1}]}\n{\"all\":[{\"id\":2}]}"))
                .singleElement()
                .asString()
                .startsWith("rejected MALFORMED");
    }

    @Test
    void linesOfABodyAreReadByThemselves() {
        String yaml = "format: jsonl\nmap: {naturalId: $.id, occurredAt: \"'2026-03-04'\"}\n";

        assertThat(read(yaml, "f.txt", "{\"id\":1}\n{\"id\":\n{\"id\":3}\n"))
                .extracting(line -> line.substring(0, 17))
                .containsExactly(
                        "{\"id\":\"web:mine:1", "rejected MALFORME", "{\"id\":\"web:mine:3");
    }

    private static final String SURVEY =
            """
            format: csv
            headerRows: 3
            map:
              naturalId: $.ResponseId
              occurredAt: $.EndDate
              text: $.QID1_TEXT
              extras: {question: "$$.header[1].QID1_TEXT", import: "json($$.header[2].QID1_TEXT).ImportId"}
            """;

    private static final String EXPORT =
            """
            EndDate,ResponseId,QID1_TEXT
            End Date,Response ID,"Why, in
            your words?"
            "{""ImportId"":""endDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
            2026-03-04 05:06:07,R_1,Slow
            2026-03-04 05:06:08,R_2
            2026-03-04 05:06:09,R_3,Kind
            """;

    @Test
    void furtherHeaderRowsAreAroundTheRow() {
        List<String> lines = read(SURVEY, "f.csv", EXPORT);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .contains("\"text\":\"Slow\"")
                .contains("\"question\":\"Why, in\\nyour words?\"")
                .contains("\"import\":\"QID1\"");
        assertThat(lines.get(1)).startsWith("rejected MALFORMED");
        assertThat(lines.get(2)).contains("\"text\":\"Kind\"");
    }

    @Test
    void anExportThatHasOnlyHeaderRowsIsEmpty() {
        assertThat(read(SURVEY, "f.csv", EXPORT.substring(0, EXPORT.indexOf("2026")))).isEmpty();
        assertThat(read(SURVEY, "f.csv", "EndDate,ResponseId,QID1_TEXT\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a=b | true
                    a=&b=%20+x. | true
                    a=b#c=d# | true
                    a | false
                    a b=c | false
                    {"a"="b"} | false
                    =b | false
                    a&b=c | false
                    a=b#c | false
                    id,text=x | true
                    """)
    void looksLikeAForm(String text, boolean form) {
        byte[] bytes = text.replace('#', '\n').getBytes(StandardCharsets.UTF_8);

        assertThat(FormLines.match(bytes)).isEqualTo(form);
    }

    /** The outcomes of a file, which must be those of the same bytes posted as one body. */
    private static List<String> read(String yaml, String fileName, String payload) {
        ChannelDefinition definition = definition(yaml);
        List<String> fromFile = outcomes(yaml, fileName, payload);
        boolean lines = payload.strip().indexOf('\n') >= 0;
        if (!lines || definition.file().format().isOfLines()) {
            assertThat(
                            new ChannelParser(definition, Fixtures.AUTHORS)
                                    .parse(Fixtures.envelope("mine", payload)).stream()
                                            .map(OutcomeLine::of)
                                            .toList())
                    .isEqualTo(fromFile);
        }
        return fromFile;
    }

    private static List<String> outcomes(String yaml, String fileName, String payload) {
        ChannelDefinition definition = definition(yaml);
        ChannelParser parser = new ChannelParser(definition, Fixtures.AUTHORS);
        List<String> lines = new ArrayList<>();
        Fixtures.envelopes(definition, fileName, payload.getBytes(StandardCharsets.UTF_8))
                .forEach(
                        each ->
                                parser.parse(each.envelope())
                                        .forEach(outcome -> lines.add(OutcomeLine.of(outcome))));
        return lines;
    }

    private static ChannelDefinition definition(String yaml) {
        return ChannelDefinitions.read(
                "channel.yaml",
                "apiVersion: throughline/v1\nid: mine\nchannel: web\nmode: file\n" + yaml);
    }
}
