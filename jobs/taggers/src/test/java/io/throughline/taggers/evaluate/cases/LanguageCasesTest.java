package io.throughline.taggers.evaluate.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The committed table says what the engines of this module give, no more and no less. After a
 * change, {@code -Dthroughline.language-cases=write} writes it anew; look at what got worse before
 * it is committed.
 */
class LanguageCasesTest {

    private static final Path TABLE = Path.of("language-cases.md");
    private static final int LEAST_CASES = 80;
    private static final int LEAST_OF_A_CATEGORY = 4;

    /** Rates that engines must not fall below, whatever is committed. */
    private static final Map<String, Double> LEAST_RATES = Map.of("student", 0.75);

    private static final String HEAD =
            """
            # Language cases

            Texts as customers write them, by kind of difficulty, and how many of them each engine reads as a person does.
            They were written by hand for this purpose, by somebody who did not look at the training texts; no model learns from
            them ([the cases](src/main/resources/io/throughline/taggers/evaluate/cases/language-cases.csv)). They go through
            the chain of the pipeline: redacted, language detected, agent turns left out.

            `LanguageCasesTest` fails when this page is not what the engines of this module give;
            `./throughline bench cases --engine all` prints it for every engine on the class path.

            """;

    @Test
    void thereAreEnoughCasesOfEveryCategoryAndEachHasItsName() {
        List<LanguageCase> cases = LanguageCaseFile.read();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
        assertThat(cases.stream().map(one -> one.category() + "/" + one.name()))
                .doesNotHaveDuplicates();
        Map<String, Long> counts =
                cases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        LanguageCase::category,
                                        TreeMap::new,
                                        Collectors.counting()));
        assertThat(counts)
                .allSatisfy(
                        (category, count) ->
                                assertThat(count)
                                        .as(category)
                                        .isGreaterThanOrEqualTo(LEAST_OF_A_CATEGORY));
        assertThat(cases)
                .allSatisfy(
                        one ->
                                assertThat(Set.of("negative", "neutral", "positive", "abstained"))
                                        .containsAll(one.expected()));
    }

    @Test
    void theCommittedTableIsWhatTheEnginesGive() throws IOException {
        List<LanguageCaseResult> results =
                Engines.sentiments().stream()
                        .map(engine -> LanguageCaseResult.of(engine.id(), engine.tagger()))
                        .toList();
        String table = HEAD + LanguageCaseTable.markdown(results);
        if ("write".equals(System.getProperty("throughline.language-cases"))) {
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE).content().isEqualTo(table);
        for (LanguageCaseResult result : results) {
            assertThat(result.rate())
                    .as(result.engine())
                    .isGreaterThanOrEqualTo(LEAST_RATES.getOrDefault(result.engine(), 0.0));
        }
    }
}
