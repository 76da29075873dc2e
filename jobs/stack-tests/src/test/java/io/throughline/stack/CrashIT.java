package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.local.crash.CrashBench;
import io.throughline.local.crash.CrashSummary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crash proof in small: {@code throughline bench crash} is the large one. */
class CrashIT {

    private static final int KILLS = 5;

    @TempDir Path directory;

    @Test
    void nothingIsLostAndNothingComesTwiceThoughTheProcessIsKilled() throws Exception {
        CrashSummary summary = new CrashBench(KILLS, 7, directory).run((done, all) -> {});

        assertThat(summary.kills()).isEqualTo(KILLS);
        assertThat(summary.killsBetweenPageAndCheckpoint()).as("%s", summary).isPositive();
        assertThat(summary.expected()).as("%s", summary).isGreaterThan(200);
        assertThat(summary.lost()).as("%s", summary).isZero();
        assertThat(summary.duplicate()).as("%s", summary).isZero();
        assertThat(summary.wrong()).as("%s", summary).isZero();
    }
}
