package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that Prometheus takes pass; a wrong sign, function, type or time in one is found. */
class PromQlTest {

    private static final Pattern FUNCTION = Pattern.compile("\\b([a-z_]+)\\s*\\(");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "1 - sum(rate(a_total{le=\"30\"}[5m])) / sum by (x, y) (rate(b_total[1h30m]))",
                "sum without (x) (a) > bool 3",
                "sum(a) by (x) >= 14.4 * 0.01 and on (x) group_left (y) b",
                "max_over_time(deriv(a[15m])[1h:5m] offset 1d) > 0 or absent({__name__=~\"a|b\"})",
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket[5m])))",
                "topk(3, -a ^ 2) unless throughline:late:ratio_rate5m",
                "round(a, 5) + time() - vector(1) * 1e3",
                "label_replace(a{x!~'b.*',}, \"y\", \"$1\", \"x\", \"(.*)\")"
            })
    void aQueryOfTheLanguageIsTaken(String query) {
        assertThat(PromQl.problem(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(rate(a[5m])",
                "sum(rate(a[5m])))",
                "rate(a{x=\"y\"[5m])",
                "a{x=\"y}",
                "a{x=y}",
                "a{x~\"y\"}",
                "a{x=~\"(\"}",
                "a{x=\"1\" y=\"2\"}",
                "{}",
                "raet(a[5m])",
                "rate(a)",
                "rate(a[5])",
                "rate(a[5min])",
                "rate(a[m])",
                "rate(sum(a)[5m])",
                "increase(a[5m]",
                "a[5m]",
                "sum(a[5m])",
                "sum by x (a)",
                "sum by (x (a)",
                "sum(a) bye (x)",
                "a => 3",
                "a >> 3",
                "a & b",
                "a AN b",
                "a or 3",
                "a and",
                "and a",
                "1 > 2",
                "a > on (x) 3",
                "a b",
                "a >",
                "\"text\"",
                "histogram_quantile(sum by (le) (a), 0.5)",
                "histogram_quantile(0.5)",
                "topk(a)",
                "a offset 5",
                "sum(a) offset 5m",
                "5m",
                "a; b"
            })
    void whatPrometheusRefusesIsFound(String query) {
        assertThat(PromQl.problem(query)).isPresent();
    }

    @Test
    void everyRuleAndPanelIsOfTheLanguage() {
        assertThat(MonitoringTest.expressions())
                .hasSizeGreaterThan(50)
                .allSatisfy(query -> assertThat(PromQl.problem(query)).as(query).isEmpty());
    }

    @Test
    void aSlipInAnyRuleOrPanelIsFound() {
        List<String> missed = new ArrayList<>();
        for (String query : MonitoringTest.expressions()) {
            slips(query).stream()
                    .filter(slip -> PromQl.problem(slip).isEmpty())
                    .forEach(missed::add);
        }
        assertThat(missed).isEmpty();
    }

    /** A bracket, brace or quote that lacks, a misspelt function, a time that is none. */
    private static List<String> slips(String query) {
        List<String> slips = new ArrayList<>();
        for (int index = 0; index < query.length(); index++) {
            if ("()[]{}\"".indexOf(query.charAt(index)) >= 0) {
                slips.add(query.substring(0, index) + query.substring(index + 1));
            }
        }
        Matcher function = FUNCTION.matcher(query);
        while (function.find()) {
            slips.add(query.substring(0, function.end(1)) + "x" + query.substring(function.end(1)));
        }
        Matcher range = RANGE.matcher(query);
        while (range.find()) {
            String before = query.substring(0, range.start());
            String after = query.substring(range.end());
            slips.add(before + after);
            slips.add(before + "[5 min]" + after);
        }
        return slips;
    }
}
