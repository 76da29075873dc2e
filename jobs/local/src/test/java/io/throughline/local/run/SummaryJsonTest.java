package io.throughline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.run.Summary.StageSummary;
import io.throughline.model.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {

    @Test
    void hasTheShapeThatScriptsHoldOnTo() throws JsonProcessingException {
        Summary summary =
                new Summary(
                        List.of(new Tally("mobile", 21, 6, 1, 2, 3, 4, 5)),
                        Map.of("claim", new StageSummary(6, -33.3333, -0.123456)),
                        Map.of("cx-feedback", 6L),
                        12.345,
                        60.06,
                        1_000);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(SummaryJson.of(summary).toString()))
                .isEqualTo(
                        json.readTree(
                                """
                                {"channels": {"mobile": {"received": 21, "tagged": 6,
                                   "duplicates": 1, "superseded": 2, "deleted": 3, "filtered": 4,
                                   "deadLettered": 5}},
                                 "stages": {"claim": {"count": 6, "netSentiment": -33.3,
                                   "meanScore": -0.1235}},
                                 "documents": {"cx-feedback": 6},
                                 "firstSearchableSeconds": 12.3, "seconds": 60.1,
                                 "peakMemoryBytes": 1000}
                                """));
        assertThat(summary.balances()).isTrue();
    }

    @Test
    void oneChannelOutOfBalanceIsEnough() {
        Tally fine = new Tally("web", 1, 1, 0, 0, 0, 0, 0);
        Tally lost = new Tally("phone", 2, 1, 0, 0, 0, 0, 0);
        assertThat(new Summary(List.of(fine, lost), Map.of(), Map.of(), 0, 0, 0).balances())
                .isFalse();
    }
}
