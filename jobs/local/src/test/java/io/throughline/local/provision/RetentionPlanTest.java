package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aMonthGoesWhenAllOfItIsOlder() {
        RetentionPlan plan =
                plan("13M", "cx-feedback-2025-09", "cx-feedback-2025-10", "cx-feedback-2026-11");

        assertThat(plan.deleted()).containsExactly("cx-feedback-2025-09");
        assertThat(plan.kept()).containsExactly("cx-feedback-2025-10", "cx-feedback-2026-11");
    }

    @Test
    void whatIsNotBehindTheAliasStays() {
        Map<String, JsonNode> months = new TreeMap<>();
        months.put("cx-feedback-2019-01", JSON.createObjectNode());

        RetentionPlan plan =
                RetentionPlan.of(Map.of("cx-feedback", months), Keep.parse("13M"), NOW);

        assertThat(plan.deleted()).isEmpty();
        assertThat(plan.strange()).containsExactly("cx-feedback-2019-01");
    }

    @Test
    void namesThatOnlyLookAlikeAreNoMonths() {
        assertThat(Months.of("cx-feedback-2025-13", "cx-feedback")).isEmpty();
        assertThat(Months.of("cx-feedback-backup", "cx-feedback")).isEmpty();
        assertThat(Months.of("cx-feedback-old-2025-01", "cx-feedback")).isEmpty();
        assertThat(Months.of("cx-feedback-2025-01", "cx-signals")).isEmpty();
    }

    @Test
    void aPolicyCountsNoMonthTooShort() {
        assertThat(Keep.parse("2y").months()).isEqualTo(24);
        // From 2027-07-01 the longest 14 months are 427 days.
        assertThat(Keep.parse("13M").daysFromBegin()).isGreaterThanOrEqualTo(427);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "13m", "0M", "-1M", "1000y", "M"})
    void aTimeThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Keep.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RetentionPlan plan(String keep, String... indices) {
        Map<String, JsonNode> months = new TreeMap<>();
        for (String index : indices) {
            ObjectNode state = JSON.createObjectNode();
            state.putObject("aliases").putObject("cx-feedback");
            months.put(index, state);
        }
        return RetentionPlan.of(Map.of("cx-feedback", months), Keep.parse(keep), NOW);
    }
}
