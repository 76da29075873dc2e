package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    @TempDir Path home;

    @Test
    void theSummaryIsTheLastLineAndBadLinesAreOnStderr() throws IOException {
        Called called =
                backtest(
                        """
                        occurredAt,stage,channel,label,author
                        2026-03-04T05:06:07Z,claim,web,negative,ann
                        2026-03-04T05:06:09Z,claim,web,bad,ann
                        2026-03-05T05:06:07Z,quote,web,,ann
                        """,
                        "-");
        assertThat(called.exit()).isEqualTo(3);
        assertThat(called.err())
                .containsExactly(
                        "{\"deadLetter\":{\"reason\":\"INVALID_FIELD\",\"stage\":\"parse\","
                                + "\"source\":\"backtest\",\"message\":\"line 3: label: 'bad' is no"
                                + " label; known are negative, neutral, positive, abstained\","
                                + "\"record\":2}}");
        JsonNode summary = summary(called);
        assertThat(summary.path("stages").path("claim").path("status").asText())
                .isEqualTo("learning");
        assertThat(summary.path("stages").path("claim").path("alerts").asInt(-1)).isZero();
        assertThat(summary.path("stages").path("quote").path("stageWeeks").asDouble(-1)).isZero();
        assertThat(summary.path("feedback").asInt()).isEqualTo(2);
        assertThat(summary.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void settingsThatMakeNoSenseAreSaid() {
        assertThat(backtest("", "-", "--warm-up", "soon").err())
                .containsExactly(
                        "throughline: --warm-up is a time such as 36h, 4d, 8w or PT36H, not 'soon'");
        assertThat(backtest("", "-", "--warm-up", "soon").exit()).isEqualTo(2);
        assertThat(backtest("", "-").exit()).isEqualTo(1);
        assertThat(backtest("", "-", "--delta", "2").err())
                .containsExactly("throughline: --delta is a share from 0 to 0.5, not 2");
        assertThat(backtest("", "-").err())
                .containsExactly("throughline: stdin: there is nothing in it: not even a header");
        assertThat(backtest("", "-", "--column", "stag=x").err())
                .containsExactly(
                        "throughline: --column: there is no field 'stag'; did you mean 'stage'?");
        assertThat(backtest("").err())
                .containsExactly(
                        "throughline: name a FILE with history, - for stdin, or --from-topic, one"
                                + " of them.");
    }

    private Called backtest(String input, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "backtest";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Called.with(home, input, all);
    }

    private static JsonNode summary(Called called) throws IOException {
        List<String> out = called.out();
        return new ObjectMapper().readTree(out.get(out.size() - 1)).path("summary");
    }
}
