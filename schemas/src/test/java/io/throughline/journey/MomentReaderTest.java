package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first: {touchpoint: t}",
                "first: {channel: inperson}",
                "count: {touchpoint: orders, reaches: 100}",
                "count: {role: customer, within: PT12H, reaches: 2}",
                "count: {role: agent, within: P2W, reaches: 1}"
            })
    void acceptsAMoment(String when) {
        assertThat(problems(when)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: {touchpoint: t}, count: {touchpoint: t, reaches: 1} | 'first' or 'count'",
                "first: ~ | 'first' or 'count'",
                "last: {touchpoint: t} | unknown key 'last'",
                "first: {} | 'touchpoint' is missing",
                "first: text | a mapping is due",
                "first: {touchpoint: t, reaches: 2} | unknown key 'reaches'",
                "first: {role: boss} | 'role' is one of customer, agent, system, not 'boss'",
                "first: {channel: telex} | 'channel' is one of web, mobile",
                "count: {touchpoint: t} | 'reaches' is missing",
                "count: {touchpoint: t, reaches: 0} | reaches is 1 or more",
                "count: {touchpoint: t, reaches: many} | a whole number is due",
                "count: {touchpoint: t, reaches: 2, within: P1M} | such as P30D",
                "count: {touchpoint: t, reaches: 2, within: 30 days} | such as P30D",
                "count: {touchpoint: t, reaches: 2, within: -P3D} | such as P30D"
            })
    void saysWhatIsWrongWithAMoment(String when, String message) {
        assertThat(problems(when)).anyMatch(problem -> problem.contains(message));
    }

    private static List<String> problems(String when) {
        return Yaml.problems(Yaml.stage("moments: [{id: m, when: {" + when + "}}]"));
    }

    @Test
    void cuesOfAMomentAreReadAndAnInvalidOneIsNamedWithItsPlace() {
        String moment = "moments: [{id: m, when: {first: {touchpoint: t}}, cues: [%s]}]";

        JourneyMap map =
                JourneyMapReader.read(
                        "j.yaml", Yaml.stage(moment.formatted("write off, '/total(l?ed)/'")));

        assertThat(map.stages().get(0).moments().get(0).cues())
                .extracting(Cue::source)
                .containsExactly("write off", "/total(l?ed)/");
        assertThat(Yaml.problems(Yaml.stage(moment.formatted("'/total(led/', ''"))))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("is no valid regular expression"))
                .anyMatch(problem -> problem.contains("a cue has 1 to 1000 characters"));
    }
}
