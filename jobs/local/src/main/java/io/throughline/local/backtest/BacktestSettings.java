package io.throughline.local.backtest;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a backtest holds a history against.
 *
 * @param journey id of the journey map; {@link #NO_JOURNEY} without one
 * @param journeyYaml the map; null without one
 */
public record BacktestSettings(AlertRules rules, String journey, String journeyYaml) {

    /** Journey of a history that names no map. */
    public static final String NO_JOURNEY = "history";

    private static final Instant ALWAYS = Instant.EPOCH;

    public BacktestSettings {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(journey, "journey");
    }

    /** Without a journey map. */
    public static BacktestSettings of(AlertRules rules) {
        return new BacktestSettings(rules, NO_JOURNEY, null);
    }

    /** The same with other rules. */
    public BacktestSettings with(AlertRules others) {
        return new BacktestSettings(others, journey, journeyYaml);
    }

    /** What every watch is told before it sees anything. */
    List<AlertCommand> commands() {
        AlertCommand told = command("rules", AlertCommand.Kind.RULES, AlertRulesReader.yaml(rules));
        return journeyYaml == null
                ? List.of(told)
                : List.of(told, command("journey", AlertCommand.Kind.JOURNEY, journeyYaml));
    }

    private static AlertCommand command(String id, AlertCommand.Kind kind, String document) {
        return new AlertCommand(id, kind, ALWAYS, "backtest", null, null, Map.of(), null, document);
    }
}
