package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.pipeline.config.ConfigWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedConfigurationTest {

    private static final List<Double> PUBLISHED = new ArrayList<>();
    private static boolean broken;

    @TempDir Path directory;

    private FollowedConfiguration followed;

    @BeforeEach
    void start() throws IOException {
        PUBLISHED.clear();
        broken = false;
        write("alerts: {delta: 0.1}");
        followed =
                new FollowedConfiguration(
                        new ConfigWatch(file()),
                        config -> {
                            if (broken) {
                                throw new IllegalStateException("no broker");
                            }
                            PUBLISHED.add(config.alerts().delta());
                            return List.of();
                        });
        followed.look();
    }

    @Test
    void publishesWhatChanged() throws IOException {
        followed.look();
        assertThat(PUBLISHED).containsExactly(0.1);

        write("alerts: {delta: 0.2}");
        followed.look();
        assertThat(PUBLISHED).containsExactly(0.1, 0.2);
    }

    @Test
    void whatCannotBeUsedChangesNothing() throws IOException {
        write("alerts: {delta: much}");
        followed.look();
        assertThat(PUBLISHED).containsExactly(0.1);
    }

    @Test
    void whatCannotBeWrittenIsWrittenLater() throws IOException {
        broken = true;
        write("alerts: {delta: 0.3}");
        followed.look();
        broken = false;
        followed.look();
        assertThat(PUBLISHED).containsExactly(0.1, 0.3);
    }

    private Path file() {
        return directory.resolve("throughline.yaml");
    }

    private void write(String block) throws IOException {
        Files.writeString(
                file(), "apiVersion: throughline/v1\njourney: insurance\n" + block + "\n");
    }
}
