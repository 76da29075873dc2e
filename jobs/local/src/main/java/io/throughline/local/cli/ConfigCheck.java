package io.throughline.local.cli;

import io.throughline.alert.AlertRules;
import io.throughline.channels.definition.Mode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.local.notify.AlertDelivery;
import io.throughline.local.notify.OwnerCheck;
import io.throughline.notify.config.Notifications;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlProblem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configuration with all that it names. Several readers have their blocks of the file, and stop
 * one after the other when services start; here all of them have their say before it ends.
 */
final class ConfigCheck {

    private final Path file;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private ThroughlineConfig config;
    private Notifications told;

    private ConfigCheck(Path file) {
        this.file = file;
    }

    /** A part of the file that is read by itself. */
    @FunctionalInterface
    private interface Part {

        void read() throws IOException;
    }

    /**
     * Reads a configuration.
     *
     * @throws UserException with every problem there is, a line each
     */
    static ConfigCheck of(Path file) throws IOException {
        ServiceConfig.require(file);
        ConfigCheck check = new ConfigCheck(file);
        check.part(() -> check.config = ThroughlineConfigReader.read(file, System::getenv));
        check.part(() -> check.told = AlertDelivery.part(file).changed().orElseThrow());
        check.part(() -> PageAccess.configured(file));
        check.part(() -> ConfiguredEngines.check(file));
        if (check.config != null && check.config.channels().isEmpty()) {
            check.sentences.add(file + " switches no channel on; add one under 'channels'.");
        }
        check.end();
        return check;
    }

    private void part(Part part) throws IOException {
        try {
            part.read();
        } catch (YamlException e) {
            problems.addAll(e.problems());
        } catch (NoSuchFileException e) {
            sentences.add("there is no file " + e.getFile());
        } catch (IllegalArgumentException e) {
            sentences.add(e.getMessage());
        }
    }

    private void end() {
        if (problems.isEmpty() && sentences.isEmpty()) {
            return;
        }
        Comparator<YamlProblem> place =
                Comparator.comparing(YamlProblem::file)
                        .thenComparingInt(YamlProblem::line)
                        .thenComparingInt(YamlProblem::column);
        throw new UserException(
                Stream.concat(
                                problems.stream().distinct().sorted(place).map(Object::toString),
                                sentences.stream())
                        .collect(Collectors.joining("\n")));
    }

    /** What runs, and somebody would miss something by; a sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (ConfiguredChannel channel : config.channels()) {
            String id = channel.definition().id();
            if (channel.definition().mode() == Mode.FILE && channel.files().isEmpty()) {
                remarks.add(
                        "channel '"
                                + id
                                + "' has no 'files': run takes it with --input "
                                + id
                                + "=PATH only");
            }
        }
        if (!told.receivers().isEmpty() || !told.owners().isEmpty()) {
            JourneyMap journey =
                    JourneyMapReader.read(
                            config.tagging().journeyFile(), config.tagging().journeyYaml());
            remarks.addAll(OwnerCheck.remarks(told, journey));
        }
        return remarks;
    }

    /** What there is. */
    String sentence() {
        return String.format(
                "%s is valid: %d channels, %d receivers, %s Kafka, %s Elasticsearch%s",
                file,
                config.channels().size(),
                told.receivers().size(),
                config.kafka().isPresent() ? "own" : "embedded",
                config.elasticsearch().isPresent() ? "own" : "embedded",
                config.alerts().equals(AlertRules.DEFAULT) ? "" : ", own rules for alerts");
    }
}
