package io.throughline.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is assembled is what the images and their README say. */
class LayoutIT {

    private static final Path LAYOUT = Path.of(System.getProperty("throughline.layout"));
    private static final long LARGE = 3_000_000;

    @Test
    void flinkGetsTheTaggersAndNothingThatItHasItself() throws IOException {
        assertThat(names("flink/lib"))
                .anyMatch(name -> name.startsWith("throughline-taggers-"))
                .anyMatch(name -> name.startsWith("throughline-nlp-"))
                .anyMatch(name -> name.startsWith("onnxruntime-"))
                .noneMatch(name -> name.startsWith("flink-"))
                .noneMatch(name -> name.startsWith("slf4j-"))
                .noneMatch(name -> name.startsWith("log4j-"));
    }

    @Test
    void nothingIsThereInTwoVersions() throws IOException {
        for (String folder : List.of("lib", "flink/lib")) {
            Map<String, List<String>> versions =
                    names(folder).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            name -> name.replaceFirst("-\\d[^/]*\\.jar$", "")));
            assertThat(versions).allSatisfy((name, jars) -> assertThat(jars).hasSize(1));
        }
    }

    @Test
    void whatIsLargeIsThereOnce() throws IOException {
        List<String> services = names("lib");
        for (String name : names("flink/lib")) {
            if (Files.size(LAYOUT.resolve("flink/lib").resolve(name)) > LARGE) {
                assertThat(services).doesNotContain(name);
            }
        }
    }

    @Test
    void theJobTheLauncherAndTheLicencesAreInPlace() {
        assertThat(LAYOUT.resolve("flink/usrlib/throughline-pipeline.jar")).isRegularFile();
        assertThat(LAYOUT.resolve("flink/conf/config.yaml")).isRegularFile();
        assertThat(LAYOUT.resolve("bin/throughline")).isExecutable();
        assertThat(LAYOUT.resolve("bin/join-flink")).isExecutable();
        assertThat(LAYOUT.resolve("licences/LICENSE")).content().contains("Apache License");
        assertThat(LAYOUT.resolve("licences/nlp/LICENSE"))
                .content()
                .contains("GNU GENERAL PUBLIC LICENSE");
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(LAYOUT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
