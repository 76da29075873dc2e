package io.throughline.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.yaml.YamlProblem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    @Test
    void saysWhatAnEmptyFileShouldHold() {
        assertThat(refused(""))
                .isEqualTo(
                        "f.yaml:1:1: error: the file is empty; a mapping such as"
                                + " 'apiVersion: throughline/v1' is due");
    }

    @Test
    void refusesAListAtTheTop() {
        assertThat(refused("# hello\n- a\n")).startsWith("f.yaml:2:1: error: a mapping such as");
    }

    @Test
    void pointsAtASyntaxError() {
        assertThat(refused("a: 1\nb: [1, 2\nc: 3\n")).startsWith("f.yaml:3:").contains("no YAML");
    }

    @Test
    void saysThatPathsInsideBracesNeedQuotes() {
        assertThat(refused("a: {value: $.scores[0], min: 1}\n"))
                .startsWith("f.yaml:1:20: error: this is no YAML")
                .endsWith("inside { } and [ ] put a text that holds , [ ] { or } in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: *nowhere", "a: 1\n---\nb: 2", "a: \"unclosed", "a: b: c", "\tx: 1"})
    void refusesWhatIsNoSingleYamlDocument(String text) {
        assertThat(refused(text)).contains("no YAML");
    }

    @Test
    void refusesControlCharacters() {
        assertThat(refused("a: x\u0001y")).contains("no YAML");
    }

    @Test
    void refusesNestingThatWouldOverflowTheStack() {
        assertThat(refused("a: " + "[".repeat(10_000))).contains("no YAML").contains("epth");
    }

    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(refused(bomb.toString())).contains("aliases");
    }

    @Test
    void readsAMappingThroughAnAlias() {
        YamlFile file = YamlFile.parse("f.yaml", "base: &b {k: v}\nuse: *b\n");

        assertThat(file.root().requiredMap("use").text("k")).contains("v");
    }

    @Test
    void survivesAMappingThatHoldsItself() {
        YamlFile file = YamlFile.parse("f.yaml", "a: &a {b: *a, c: 1}\n");

        assertThat(file.root().requiredMap("a").requiredMap("b").text("c")).contains("1");
    }

    @Test
    void tellsProblemsInTheOrderOfTheFileAndEachOnce() {
        YamlFile file = YamlFile.parse("f.yaml", "a: 1\nb: 2\n");
        file.root().warning("b", "second");
        file.root().error("a", "first");
        file.root().warning("b", "second");

        assertThat(file.problems())
                .extracting(YamlProblem::toString)
                .containsExactly("f.yaml:1:4: error: first", "f.yaml:2:4: warning: second");
    }

    @Test
    void warningsStopNothingAndErrorsDo() {
        YamlFile file = YamlFile.parse("f.yaml", "a: 1\n");
        file.root().warning("a", "odd");
        assertThatCode(file::check).doesNotThrowAnyException();

        file.root().error("a", "wrong");

        assertThatExceptionOfType(YamlException.class)
                .isThrownBy(file::check)
                .satisfies(
                        e ->
                                assertThat(e.problems())
                                        .extracting(YamlProblem::severity)
                                        .containsExactly(Severity.ERROR));
    }

    private static String refused(String text) {
        try {
            YamlFile.parse("f.yaml", text);
        } catch (YamlException e) {
            return e.getMessage();
        }
        throw new AssertionError("accepted: " + text);
    }
}
