package io.throughline.taggers.evaluate.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.tagging.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The committed table says what the engines of this module give, case by case for those that answer
 * the same on every processor, and by the rate of all cases for the others. After a change, {@code
 * -Dthroughline.language-cases=write} writes it anew; look at what got worse before it is
 * committed.
 */
class LanguageCasesTest {

    private static final Path TABLE = Path.of("language-cases.md");
    private static final int LEAST_CASES = 80;
    private static final int LEAST_OF_A_CATEGORY = 4;

    /** Rates that engines must not fall below, whatever is committed. */
    private static final Map<String, Double> LEAST_RATES =
            Map.of("student", 0.80, "teacher", 0.80, "adaptive", 0.80);

    /** Engines that answer the same on every processor. */
    private static final Set<String> EXACT = Set.of("student");

    /** Encoders round differently on other kinds of processors; in points of 100. */
    private static final double PROCESSORS_DIFFER_BY = 3;

    private static final String HEAD =
            """
            # Language cases

            Texts as customers write them, by kind of difficulty, and how many of them each engine reads as a person does.
            They were written by hand for this purpose, by somebody who did not look at the training texts; no model learns from
            them ([the cases](src/main/resources/io/throughline/taggers/evaluate/cases/language-cases.csv)). They go through
            the chain of the pipeline: redacted, language detected, agent turns left out.

            `LanguageCasesTest` fails when this page is not what the engines of this module give
            (`-Dthroughline.language-cases=write` writes it anew);
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
        String given = HEAD + LanguageCaseTable.markdown(results);
        if ("write".equals(System.getProperty("throughline.language-cases"))) {
            Files.writeString(TABLE, given);
        }
        String committed = Files.readString(TABLE);

        assertThat(committed).startsWith(HEAD);
        assertThat(header(committed)).isEqualTo(header(given));
        for (LanguageCaseResult result : results) {
            String engine = result.engine();
            if (EXACT.contains(engine)) {
                assertThat(answers(committed, engine)).isEqualTo(answers(given, engine));
                assertThat(column(committed, engine)).isEqualTo(column(given, engine));
            } else {
                assertThat(total(committed, engine))
                        .as(engine)
                        .isCloseTo(100 * result.rate(), within(PROCESSORS_DIFFER_BY));
            }
            assertThat(result.rate())
                    .as(engine)
                    .isGreaterThanOrEqualTo(LEAST_RATES.getOrDefault(engine, 0.0));
        }
    }

    private static String header(String page) {
        return page.lines().filter(line -> line.startsWith("| category")).findFirst().orElseThrow();
    }

    /** The cells of an engine's column, from top to bottom. */
    private static List<String> column(String page, String engine) {
        int index = List.of(header(page).split("\\|")).indexOf(" " + engine + " ");
        return page.lines()
                .filter(line -> line.startsWith("| ") && line.contains("%"))
                .map(line -> line.split("\\|")[index].strip())
                .toList();
    }

    private static double total(String page, String engine) {
        List<String> column = column(page, engine);
        return Double.parseDouble(column.get(column.size() - 1).replace(" %", ""));
    }

    /** Every case that the page says an engine fails, with what it says instead. */
    private static List<String> answers(String page, String engine) {
        Pattern answer = Pattern.compile("^- (.*?): .*?(\\w+) \\(" + engine + "\\)");
        return page.lines()
                .map(answer::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1) + ": " + found.group(2))
                .toList();
    }
}
