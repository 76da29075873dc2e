package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/add-a-channel.md} says is what happens. Run with {@code -Dtutorial=write} to
 * write what the commands print into the page; then read the difference before committing it.
 */
class TutorialTest {

    private static final Path PAGE = Path.of("../../docs/add-a-channel.md");
    private static final int MOST_YAML = 40;
    private static final int MOST_CHANGED = 5;

    @TempDir Path directory;

    @Test
    void everyCommandPrintsWhatThePageSays() throws IOException, InterruptedException {
        Tutorial tutorial = new Tutorial(PAGE, directory).follow(List.of("console"));
        if ("write".equals(System.getProperty("tutorial"))) {
            tutorial.write();
        }
        assertThat(measured(tutorial.followed())).isEqualTo(measured(tutorial.text()));

        long yaml = Files.readAllLines(directory.resolve("channels/larkspur/channel.yaml")).size();
        assertThat(yaml).isLessThanOrEqualTo(MOST_YAML);
        assertThat(tutorial.changed()).isLessThanOrEqualTo(MOST_CHANGED);
        // The last command is the pipeline's, see TutorialIT.
        assertThat(tutorial.text().replace('\n', ' '))
                .contains(
                        "it takes "
                                + (tutorial.commands() + 1)
                                + " commands and "
                                + yaml
                                + " lines of YAML, "
                                + tutorial.changed()
                                + " of them changed by hand");
        System.out.println("The commands took " + tutorial.seconds() + " s");
    }

    /** How fast the machine is, which check 18 tells, is no part of the promise. */
    static String measured(String text) {
        return text.replaceAll("(?m)^(?:PASS|FAIL)  18 .*(?:\\n {11}.*)*", "18");
    }
}
