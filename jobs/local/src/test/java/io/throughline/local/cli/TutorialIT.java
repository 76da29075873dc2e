package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial to its end: the channel that was made runs in the pipeline. */
class TutorialIT {

    @TempDir Path directory;

    @Test
    void theChannelRunsInThePipeline() throws IOException, InterruptedException {
        Tutorial tutorial =
                new Tutorial(Path.of("../../docs/add-a-channel.md"), directory)
                        .follow(List.of("console", "console pipeline"));
        if ("write".equals(System.getProperty("tutorial"))) {
            tutorial.write();
        }
        assertThat(TutorialTest.measured(tutorial.followed()))
                .isEqualTo(TutorialTest.measured(tutorial.text()));
        System.out.println("The commands took " + tutorial.seconds() + " s");
    }
}
