package io.throughline.local.cli;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the demo says about alerts. Everything is as it comes, the warm-up of two weeks too, but two
 * things: whoever sees it for the first time should see what was put in and no chance finding, so
 * the budget is one false alarm in two years and stage; and its live records come some hundred
 * times as often as its history, which is no news, so alerts on volume are silenced.
 */
final class DemoAlerts {

    static final AlertRules RULES = AlertRulesReader.read("demo", "budget: 1 per 104w\n");

    private static final String BY = "demo";
    private static final Duration LONG = Duration.ofDays(365);
    private static final String COMMENT =
            "the demo's live records come far more often than its history";

    private DemoAlerts() {}

    /**
     * Silences alerts on volume after the history. The same words every time, so that a demo that
     * was started again says nothing new.
     */
    static void silence(Instant end, Consumer<AlertCommand> to) {
        for (String rule : List.of("volume-surge", "volume-collapse")) {
            to.accept(AlertCommand.silence(Map.of("rule", rule), end.plus(LONG), BY, COMMENT, end));
        }
    }
}
