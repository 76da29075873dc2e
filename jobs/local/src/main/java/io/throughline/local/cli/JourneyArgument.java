package io.throughline.local.cli;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.config.JourneyFiles;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Option of the commands that need a journey map. */
final class JourneyArgument {

    @Option(
            names = "--journey",
            paramLabel = "FILE",
            defaultValue = "insurance",
            description = "Journey map, or the name of a shipped one (default: ${DEFAULT-VALUE}).")
    private String journey;

    /**
     * The journey map.
     *
     * @throws IOException when it cannot be read
     */
    JourneyMap map() throws IOException {
        return JourneyMapReader.read(journey, JourneyFiles.read(journey, Path.of("")));
    }
}
