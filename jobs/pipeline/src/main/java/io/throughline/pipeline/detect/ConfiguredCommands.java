package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.journey.JourneyMapReader;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.model.Hashes;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.wire.Codecs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The configuration's alert rules and journey map as commands. The first ones count from the
 * beginning of time, so that history is judged by them too; a changed one counts from now on, and
 * what was decided by the former stands, in a replay as well.
 */
public final class ConfiguredCommands {

    private static final String BY = "configuration";
    private static final int ID_LENGTH = 16;

    private ConfiguredCommands() {}

    /**
     * Writes what differs from what was said last to {@code feedback.alert-commands}.
     *
     * @return what was written
     */
    public static List<AlertCommand> publish(
            KafkaSettings kafka, ThroughlineConfig config, Clock clock) {
        List<AlertCommand> due =
                due(new KafkaCommandLog(kafka), config.alerts(), config.tagging(), clock.instant());
        if (!due.isEmpty()) {
            try (TopicWriter writer = TopicWriter.open(kafka, "throughline-configuration")) {
                writer.write(due.stream().map(ConfiguredCommands::record).toList());
            }
        }
        return due;
    }

    private static TopicWriter.Write record(AlertCommand command) {
        return new TopicWriter.Write(
                Topics.ALERT_COMMANDS, command.id(), Codecs.ALERT_COMMAND.encode(command));
    }

    /** What differs from what the log says. */
    static List<AlertCommand> due(
            CommandLog log, AlertRules rules, TaggingSettings tagging, Instant now) {
        Map<String, String> said = new HashMap<>();
        log.read(command -> subject(command, said));
        List<AlertCommand> due = new ArrayList<>();
        add(due, AlertCommand.Kind.RULES, "rules", AlertRulesReader.yaml(rules), said, now);
        String map = tagging.journeyYaml();
        String journey = JourneyMapReader.read(tagging.journeyFile(), map).journey();
        add(due, AlertCommand.Kind.JOURNEY, journeySubject(journey), map, said, now);
        return due;
    }

    private static void subject(AlertCommand command, Map<String, String> said) {
        if (command.kind() == AlertCommand.Kind.RULES) {
            said.put("rules", command.document());
        } else if (command.kind() == AlertCommand.Kind.JOURNEY) {
            String journey = JourneyMapReader.read(command.id(), command.document()).journey();
            said.put(journeySubject(journey), command.document());
        }
    }

    private static String journeySubject(String journey) {
        return "journey " + journey;
    }

    private static void add(
            List<AlertCommand> due,
            AlertCommand.Kind kind,
            String subject,
            String document,
            Map<String, String> said,
            Instant now) {
        String last = said.get(subject);
        if (Objects.equals(last, document)) {
            return;
        }
        Instant from = last == null ? Instant.EPOCH : now;
        due.add(
                new AlertCommand(
                        kind.id()
                                + "-"
                                + Hashes.sha256(subject + "\n" + from + "\n" + document)
                                        .substring(0, ID_LENGTH),
                        kind,
                        from,
                        BY,
                        null,
                        null,
                        Map.of(),
                        null,
                        document));
    }
}
