package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CsvRowTest {

    @Test
    void aDocumentIsALine() throws Exception {
        String line =
                CsvRow.of(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"id": "web:typeform:1", "channel": "web", "source": "typeform",
                                         "occurredAt": "2026-03-15T08:58:30Z", "language": "en",
                                         "text": "He said \\"no\\",\\nand that was it",
                                         "rating": {"value": -2.0, "min": -5.0, "max": 5.0},
                                         "sentiment": {"label": "negative", "score": -0.8, "confidence": 0.93},
                                         "stages": [{"id": "quote", "weight": 0.25}, {"id": "claim", "weight": 0.75}]}
                                        """));

        assertThat(line)
                .isEqualTo(
                        "web:typeform:1,2026-03-15T08:58:30Z,web,typeform,,negative,-0.8,0.93,"
                                + "claim:0.75;quote:0.25,-2.0,-5.0,5.0,en,"
                                + "\"He said \"\"no\"\",\nand that was it\",\r\n");
        assertThat(CsvRow.HEADER.split(",", -1)).hasSize(15);
    }

    @Test
    void noTextIsAFormula() {
        for (String text : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"}) {
            assertThat(CsvRow.cell(text).replace("\"", "")).as(text).startsWith("'");
        }
        assertThat(CsvRow.cell("=HYPERLINK(\"http://x\",\"y\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        assertThat(CsvRow.cell("a=b")).isEqualTo("a=b");
        assertThat(CsvRow.remark("cut, here")).isEqualTo("\"# cut, here\"\r\n");
    }
}
