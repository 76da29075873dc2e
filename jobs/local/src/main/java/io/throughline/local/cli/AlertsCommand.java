package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRulesReader;
import io.throughline.alert.Direction;
import io.throughline.json.AlertJson;
import io.throughline.local.alerts.AlertBook;
import io.throughline.local.alerts.AlertDesk;
import io.throughline.local.alerts.AlertTable;
import io.throughline.local.alerts.RulesText;
import io.throughline.local.alerts.Silence;
import io.throughline.local.alerts.Waiting;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.notify.message.AlertMessage;
import io.throughline.notify.message.MessageSettings;
import io.throughline.notify.message.Occasion;
import io.throughline.notify.message.PlainText;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Alerts, and what people say about them. */
@Command(
        name = "alerts",
        description = "The alerts there are, and what you say about them.",
        footer = {
            "",
            "  throughline alerts                     those that last first, each a line",
            "  throughline alerts show 5b1f           the whole message; the begin of an id is enough",
            "  throughline alerts acknowledge 5b1f --comment 'calling the garage chain'",
            "  throughline alerts accept 5b1f --comment 'the new tariff stays'",
            "  throughline alerts claim 5b1f --comment 'garage chain answers again'   you mended it",
            "  throughline alerts silence --stage claim --for 2d --comment 'known outage'",
            "  throughline alerts silences            and who gave them, until when",
            "  throughline alerts unsilence silence-0f3a-…",
            "  throughline alerts rules               as they are in force now"
        })
final class AlertsCommand implements Callable<Integer> {

    private static final List<String> RULES =
            Arrays.stream(Direction.values()).map(Direction::rule).toList();

    private enum Action {
        LIST,
        SHOW,
        ACKNOWLEDGE,
        ACCEPT,
        CLAIM,
        SILENCE,
        UNSILENCE,
        SILENCES,
        RULES
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description =
                    "list, show, acknowledge, accept, claim, silence, unsilence, silences or rules (default:"
                            + " ${DEFAULT-VALUE}).")
    private Action action;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            description = "Of an alert, or of the silence to end.")
    private String id;

    @Option(names = "--json", description = "Print JSON lines instead of text.")
    private boolean json;

    @Option(
            names = "--stage",
            paramLabel = "ID",
            description =
                    "Of silence: the stage to hold alerts back of. Of list: of this one only.")
    private String stage;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description =
                    "Of silence: this rule only: sentiment-drop, sentiment-rise, volume-surge or"
                            + " volume-collapse.")
    private String rule;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Of silence: how long, such as 4h, 2d or 1w.")
    private String length;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why; kept with what you say.")
    private String comment;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who says so (default: the user of this machine).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Event time from which it counts, such as 2026-03-04T05:00:00Z (now).")
    private String from;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30s",
            description =
                    "How long to wait until it takes effect (default: ${DEFAULT-VALUE}; 0s not at"
                            + " all).")
    private String patience;

    @Mixin private ServerArguments servers;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Progress progress = Progress.onStandardError();
        try (Servers open = servers.open(progress)) {
            AlertDesk desk = new AlertDesk(open.kafka());
            AlertBook book = desk.book();
            progress.clear();
            if (stage != null) {
                book.checkStage(stage);
            }
            switch (action) {
                case LIST -> list(book);
                case SHOW -> show(book.find(id));
                case SILENCES -> silences(book);
                case RULES -> rules(book);
                case ACKNOWLEDGE, ACCEPT, CLAIM, SILENCE, UNSILENCE ->
                        tell(command(book), book, desk, open, progress);
            }
            System.out.flush();
        }
        return 0;
    }

    private void check() {
        boolean needsId =
                switch (action) {
                    case SHOW, ACKNOWLEDGE, ACCEPT, CLAIM, UNSILENCE -> true;
                    case LIST, SILENCE, SILENCES, RULES -> false;
                };
        if (needsId && id == null) {
            throw new UsageException(
                    action == Action.UNSILENCE
                            ? "name a silence, as ./throughline alerts silences lists them."
                            : "name an alert, as ./throughline alerts lists them.");
        }
        if (!needsId && id != null) {
            throw new UsageException("'" + id + "' is one too many: see --help.");
        }
        if (action == Action.SILENCE && (stage == null || length == null)) {
            throw new UsageException("say which stage and how long: --stage claim --for 2d.");
        }
        if (rule != null && !RULES.contains(rule)) {
            throw new UsageException(
                    "there is no rule '" + rule + "'; there are " + String.join(", ", RULES) + ".");
        }
        if (length != null) {
            duration("--for", length);
        }
        duration("--wait", patience);
        start();
    }

    private void list(AlertBook book) {
        List<Alert> alerts =
                book.alerts().stream()
                        .filter(alert -> stage == null || alert.stage().equals(stage))
                        .toList();
        if (json) {
            alerts.forEach(alert -> System.out.println(AlertJson.line(alert)));
        } else if (alerts.isEmpty()) {
            System.err.println(
                    stage == null ? "There is no alert yet." : "There is no alert of it yet.");
        } else {
            System.out.print(AlertTable.alerts(alerts));
        }
    }

    private void show(Alert alert) {
        if (json) {
            System.out.println(AlertJson.line(alert));
        } else {
            MessageSettings settings = MessageSettings.NONE.in(ZoneId.systemDefault());
            System.out.println(PlainText.of(AlertMessage.of(alert, Occasion.CHANGE, settings)));
        }
    }

    private void silences(AlertBook book) {
        Instant now = clock.instant();
        List<Silence> silences = book.silences();
        if (json) {
            silences.forEach(silence -> System.out.println(json(silence.command(), now, silence)));
        } else if (silences.isEmpty()) {
            System.err.println("Nothing is silenced.");
        } else {
            System.out.print(AlertTable.silences(silences, now));
        }
    }

    private void rules(AlertBook book) {
        Instant now = clock.instant();
        System.err.println(RulesText.since(book.rulesCommand(now)));
        String yaml = RulesText.yaml(book.rules(now));
        System.out.print(json ? json(yaml) + "\n" : yaml);
    }

    /** One key a line becomes one field. */
    private static ObjectNode json(String yaml) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        yaml.lines()
                .map(line -> line.split(": ", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> json.put(pair[0], pair[1]));
        return json;
    }

    private AlertCommand command(AlertBook book) {
        Instant start = start();
        return switch (action) {
            case ACKNOWLEDGE -> AlertCommand.acknowledge(lasting(book), by, comment, start);
            case ACCEPT -> AlertCommand.accept(lasting(book), by, comment, start);
            case CLAIM -> AlertCommand.claim(lasting(book), by, comment, start);
            case SILENCE ->
                    AlertCommand.silence(
                            matchers(), start.plus(duration("--for", length)), by, comment, start);
            case UNSILENCE ->
                    AlertCommand.unsilence(
                            book.silence(id, clock.instant()).command().id(), by, comment, start);
            case LIST, SHOW, SILENCES, RULES -> throw new IllegalStateException(action.name());
        };
    }

    private String lasting(AlertBook book) {
        Alert alert = book.find(id);
        if (AlertBook.ended(alert)) {
            throw new UserException(
                    "alert "
                            + alert.id()
                            + " is over since "
                            + alert.resolvedAt()
                            + " ("
                            + alert.state().id()
                            + ").");
        }
        return alert.id();
    }

    private Map<String, String> matchers() {
        Map<String, String> matchers = new TreeMap<>(Map.of("stage", stage));
        if (rule != null) {
            matchers.put("rule", rule);
        }
        return matchers;
    }

    private void tell(
            AlertCommand command, AlertBook book, AlertDesk desk, Servers open, Progress progress)
            throws InterruptedException {
        AlertCommand said = book.command(command.id()).orElse(command);
        if (book.command(command.id()).isEmpty()) {
            desk.tell(command);
        }
        Waiting.Outcome outcome = Waiting.Outcome.UNHEARD;
        Duration wait = duration("--wait", patience);
        if (!open.startedForTheWhile() && !wait.isZero()) {
            progress.status("Waiting until it takes effect");
            outcome = new Waiting(desk).await(said, wait);
            progress.clear();
        }
        System.err.println(sentence(said, outcome, open.startedForTheWhile() || wait.isZero()));
        if (json) {
            System.out.println(json(said, null, null));
        } else {
            System.out.println(said.id());
        }
    }

    private static String sentence(AlertCommand said, Waiting.Outcome outcome, boolean idle) {
        String what =
                switch (said.kind()) {
                    case ACKNOWLEDGE -> "Taken up by " + said.by();
                    case ACCEPT -> "New level accepted by " + said.by();
                    case CLAIM -> "Said to be mended by " + said.by();
                    case SILENCE -> "Silenced until " + said.until() + " by " + said.by();
                    case UNSILENCE -> "Silence " + said.alert() + " ended by " + said.by();
                    case RULES, JOURNEY -> "Said by " + said.by();
                };
        return what
                + " from "
                + said.from()
                + switch (outcome) {
                    case IN_EFFECT -> ": in effect.";
                    case HEARD ->
                            ": the detectors have it; it takes effect when their event time has"
                                    + " come that far.";
                    case UNHEARD ->
                            idle
                                    ? ": written; it counts as soon as a pipeline runs."
                                    : ": written, but nobody has read it. No pipeline seems to"
                                            + " run on these servers; it counts as soon as one"
                                            + " does.";
                };
    }

    private static ObjectNode json(AlertCommand command, Instant now, Silence silence) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("id", command.id())
                .put("kind", command.kind().id())
                .put("from", command.from().toString())
                .put("by", command.by());
        if (command.alert() != null) {
            json.put("alert", command.alert());
        }
        if (!command.matchers().isEmpty()) {
            new TreeMap<>(command.matchers()).forEach(json.putObject("matchers")::put);
        }
        if (command.until() != null) {
            json.put("until", command.until().toString());
        }
        if (silence != null) {
            json.put("until", silence.until().toString()).put("holds", silence.holds(now));
        }
        if (command.comment() != null) {
            json.put("comment", command.comment());
        }
        return json;
    }

    private Instant start() {
        if (from == null) {
            return clock.instant();
        }
        try {
            return Instant.parse(from);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    "--from " + from + ": a time is written 2026-03-04T05:00:00Z", e);
        }
    }

    private static Duration duration(String option, String text) {
        return AlertRulesReader.duration(text)
                .filter(length -> !length.isNegative())
                .orElseThrow(
                        () ->
                                new UsageException(
                                        option
                                                + " "
                                                + text
                                                + ": a time is a number and a unit, such as 30s,"
                                                + " 4h, 2d or 1w"));
    }
}
