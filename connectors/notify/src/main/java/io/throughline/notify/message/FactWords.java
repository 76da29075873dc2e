package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what is known of an alert, one fact after the other, most wanted first. */
final class FactWords {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SENTENCE = 400;

    private final Alert alert;
    private final Times times;
    private final Amounts amounts;

    FactWords(Alert alert, Times times, Amounts amounts) {
        this.alert = alert;
        this.times = times;
        this.amounts = amounts;
    }

    List<Fact> all() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Since", since()));
        if (alert.corrected() != null) {
            facts.add(new Fact("Corrected", corrected(alert.corrected())));
        }
        if (heldBack()) {
            facts.add(new Fact("Held back by", obstacles()));
        }
        facts.add(new Fact("How sure", sure(alert.decision())));
        facts.add(new Fact("Whose it is", whose(alert.ownership())));
        handling(alert.handling(), facts);
        facts.add(
                alert.resolvedAt() == null
                        ? new Fact(
                                "What would end it",
                                Plain.line(alert.resolution(), LONGEST_SENTENCE))
                        : new Fact("How it ended", Ends.said(alert)));
        facts.add(new Fact("Judged with", versions()));
        return facts;
    }

    /** What was expected and what came, in two sentences. */
    String summary() {
        return (alert.state() == AlertState.FIRING ? "" : "When it was found: ")
                + said(alert.figures());
    }

    private String said(Figures figures) {
        long change = amounts.change(figures.expected(), figures.observed());
        String came =
                amounts.shares()
                        ? feedback(figures.count())
                                + " from "
                                + people(figures.authors())
                                + " since it began, "
                                + amounts.level(figures.observed())
                                + " of it negative; "
                                + amounts.level(figures.expected())
                                + " was to be expected from the same channels at the same hours."
                        : feedback(amounts.units(figures.observed()))
                                + " from "
                                + people(figures.authors())
                                + " since it began; "
                                + amounts.level(figures.expected())
                                + (amounts.units(figures.expected()) == 1 ? " was" : " were")
                                + " to be expected.";
        return came
                + " That is "
                + amounts.spoken(change)
                + (change < 0 ? " less" : " more")
                + " (95% interval of the change: "
                + amounts.signed(amounts.units(figures.low()))
                + " to "
                + amounts.signed(amounts.units(figures.high()))
                + ").";
    }

    private String since() {
        return "Began most likely "
                + times.at(alert.onset().at())
                + "; 95% sure that it was "
                + times.between(alert.onset().earliest(), alert.onset().latest())
                + ".";
    }

    private String corrected(Figures figures) {
        return "Feedback that came later changes the figures to: "
                + said(figures)
                + " The decision stands as it was taken.";
    }

    private boolean heldBack() {
        return alert.state() == AlertState.SUPPRESSED
                || alert.handling().silence() != null
                || !alert.handling().faults().isEmpty();
    }

    private String obstacles() {
        List<String> obstacles = new ArrayList<>();
        if (alert.handling().silence() != null) {
            obstacles.add("the silence " + name(alert.handling().silence()));
        }
        alert.handling().faults().forEach(fault -> obstacles.add(Faults.said(fault)));
        return obstacles.isEmpty()
                ? "a silence or a fault in the data that is over."
                : String.join("; ", obstacles) + ".";
    }

    private String sure(Decision decision) {
        String test =
                switch (decision.path()) {
                    case "limit" ->
                            "The last feedback lies "
                                    + number(decision.statistic())
                                    + " standard errors from what is expected; from "
                                    + number(decision.threshold())
                                    + " on it is told at once.";
                    case "count" ->
                            "By chance alone so different a number comes once in "
                                    + Chances.once(decision.statistic())
                                    + " times; from once in "
                                    + Chances.once(decision.threshold())
                                    + " on it is told.";
                    default ->
                            "The evidence gathered since it began stands at "
                                    + number(decision.statistic())
                                    + "; from "
                                    + number(decision.threshold())
                                    + " on it is told.";
                };
        return test
                + " The limit is set so that a stage where nothing changes raises one false alarm in "
                + Times.spoken(decision.budget())
                + ".";
    }

    private static String whose(Ownership ownership) {
        StringBuilder whose = new StringBuilder("Owner: ").append(name(ownership.owner()));
        if (!ownership.contributors().isEmpty()) {
            whose.append(". Contributors: ")
                    .append(
                            String.join(
                                    ", ",
                                    ownership.contributors().stream()
                                            .map(FactWords::name)
                                            .toList()));
        }
        if (ownership.sponsor() != null) {
            whose.append(". Sponsor: ").append(name(ownership.sponsor()));
        }
        return whose.append('.').toString();
    }

    private void handling(Handling handling, List<Fact> facts) {
        if (handling.acknowledgedBy() != null) {
            facts.add(
                    new Fact(
                            "Taken up",
                            "by "
                                    + name(handling.acknowledgedBy())
                                    + (handling.acknowledgedAt() == null
                                            ? ""
                                            : ", " + times.at(handling.acknowledgedAt()))
                                    + "."));
        } else if (handling.escalatedAt() != null) {
            facts.add(
                    new Fact(
                            "Escalated",
                            "Nobody took it up until "
                                    + times.at(handling.escalatedAt())
                                    + "; it went to the sponsor."));
        }
        if (handling.acceptedBy() != null) {
            facts.add(
                    new Fact(
                            "Accepted",
                            "by "
                                    + name(handling.acceptedBy())
                                    + ": what customers feel now is the new usual."));
        }
    }

    private String versions() {
        String models =
                alert.models().isEmpty()
                        ? ""
                        : "; sentiment by "
                                + String.join(
                                        ", ",
                                        alert.models().stream().map(FactWords::name).toList());
        return "journey map "
                + name(alert.journey())
                + " version "
                + alert.journeyVersion()
                + models
                + "; rule "
                + name(alert.rule())
                + "; alert "
                + name(alert.id())
                + " version "
                + alert.version()
                + ".";
    }

    static String feedback(long count) {
        return count == 1 ? "1 piece of feedback" : count + " pieces of feedback";
    }

    private static String people(long authors) {
        return authors == 1 ? "1 author" : authors + " authors";
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private static String name(String text) {
        return Plain.line(text, LONGEST_NAME);
    }
}
