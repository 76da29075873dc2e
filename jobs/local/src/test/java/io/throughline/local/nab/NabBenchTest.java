package io.throughline.local.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabBenchTest {

    private static final List<NabProfile> STANDARD = List.of(NabProfile.STANDARD);

    @TempDir Path directory;

    private Copy copy;
    private NabBench bench;

    @BeforeEach
    void write() throws IOException {
        copy = Copy.in(directory);
        bench = new NabBench(NabCorpus.read(directory));
    }

    @Test
    void everySeriesHasADetectorOfItsOwn() {
        List<Integer> seen = new ArrayList<>();
        SeriesEngine counting =
                engine(
                        () -> {
                            int[] rows = new int[1];
                            return (at, value) -> {
                                if (++rows[0] == 2_000) {
                                    seen.add(rows[0]);
                                }
                                return 0;
                            };
                        });
        List<Integer> told = new ArrayList<>();

        NabReport report = bench.run(counting, 7, STANDARD, OptionalDouble.empty(), told::add);

        assertThat(seen).containsExactly(2_000, 2_000);
        assertThat(told).containsExactly(1, 2);
        assertThat(report.seed()).isEqualTo(7);
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.rows()).isEqualTo(4_000);
        assertThat(report.windows()).isEqualTo(1);
    }

    @Test
    void oneThresholdIsFoundForAllFilesAndEveryPartIsScoredWithIt() {
        ProfileReport report = report(OptionalDouble.empty());

        assertThat(report.threshold()).isEqualTo(0.5);
        assertThat(report.all().found()).isEqualTo(1);
        assertThat(report.all().falsePositives()).isEqualTo(1);
        assertThat(report.halves().get("chosen").windows()).isZero();
        assertThat(report.halves().get("heldOut").found()).isEqualTo(1);
        assertThat(report.categories().get("calm").score()).isNull();
        assertThat(report.categories().get("lively").score()).isEqualTo(report.all().score());
    }

    @Test
    void aThresholdThatIsAskedForIsTaken() {
        ProfileReport report = report(OptionalDouble.of(0.9));

        assertThat(report.threshold()).isEqualTo(0.9);
        assertThat(report.all().score()).isZero();
    }

    @Test
    void filesAreToldWithTheirDetections() {
        FileScore jump = report(OptionalDouble.empty()).files().get(1);

        assertThat(jump.file()).isEqualTo("lively/jump.csv");
        assertThat(jump.heldOut()).isTrue();
        assertThat(jump.detected()).containsExactly("2024-01-06T05:00:00Z", "2024-01-06T13:15:00Z");
    }

    @Test
    void publishedResultsAreScoredAsTheyAre() throws IOException {
        copy.results("other", "calm/level.csv", 2_000, row -> 0)
                .results("other", "lively/jump.csv", 2_000, row -> row == 1_480 ? 0.7 : 0);

        NabReport report =
                bench.published(
                        directory.resolve("results/other"), STANDARD, OptionalDouble.empty());

        assertThat(report.detector()).isEqualTo("other");
        assertThat(report.profiles().get(0).all().score()).isCloseTo(100, within(1e-9));
        assertThat(report.profiles().get(0).threshold()).isEqualTo(0.7);
    }

    @Test
    void resultsOfOtherRowsAreRefused() {
        copy.results("other", "calm/level.csv", 1_999, row -> 0)
                .results("other", "lively/jump.csv", 2_000, row -> 0);

        assertThatThrownBy(() -> published("other"))
                .isInstanceOf(NabFormatException.class)
                .hasMessageContaining("has 1999 rows and calm/level.csv has 2000");
        assertThatThrownBy(() -> published("nobody"))
                .isInstanceOf(NabFormatException.class)
                .hasMessageContaining("no result file");
    }

    @Test
    void aSettingThatIsTriedIsScoredAtItsOwnThresholdAndAtTheBest() {
        SettingTrial shipped = SettingTrial.all().get(0);

        TrialScore score = bench.trial(shipped);

        assertThat(score.setting()).isEqualTo("as shipped");
        assertThat(score.own()).isGreaterThan(95);
        assertThat(score.chosen()).isNull();
        assertThat(score.heldOut()).isEqualTo(score.own());
        assertThat(score.best()).isGreaterThanOrEqualTo(score.own());
    }

    @Test
    void everyTrialChangesSomething() {
        assertThat(SettingTrial.all()).extracting(SettingTrial::name).doesNotHaveDuplicates();
        assertThat(SettingTrial.all()).extracting(SettingTrial::settings).doesNotHaveDuplicates();
    }

    private NabReport published(String detector) throws IOException {
        return bench.published(
                directory.resolve("results").resolve(detector), STANDARD, OptionalDouble.empty());
    }

    /** Fires at the jump and at one row after the window. */
    private ProfileReport report(OptionalDouble threshold) {
        SeriesEngine engine =
                engine(
                        () -> {
                            int[] row = new int[] {-1};
                            return (at, value) -> {
                                row[0]++;
                                boolean fires = row[0] == 1_500 || row[0] == 1_599;
                                return value >= 150 && fires ? 0.5 : 0;
                            };
                        });
        return bench.run(engine, 1, STANDARD, threshold, done -> {}).profiles().get(0);
    }

    private static SeriesEngine engine(Supplier<SeriesScorer> scorers) {
        return new SeriesEngine() {
            @Override
            public String id() {
                return "made";
            }

            @Override
            public SeriesScorer scorer(long seed) {
                return scorers.get();
            }
        };
    }
}
