package io.throughline.channels.scaffold;

import io.throughline.channels.definition.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a proposal as {@code channel.yaml}, with a word on why beside each line. */
public final class DefinitionText {

    private final Proposal proposal;
    private final List<String> lines = new ArrayList<>();

    private DefinitionText(Proposal proposal) {
        this.proposal = proposal;
    }

    /**
     * What a proposal cannot know.
     *
     * @param id of the channel
     * @param channel such as {@code web}; empty when a column of the sample may tell
     * @param mode how payloads get in
     * @param request lines of the {@code request} or {@code stream} block, that key included; none
     *     for the other modes
     */
    public record Frame(String id, Optional<String> channel, Mode mode, List<String> request) {

        public Frame {
            request = List.copyOf(request);
        }
    }

    /** The definition. */
    public static String of(Proposal proposal, Frame frame) {
        DefinitionText text = new DefinitionText(proposal);
        text.lines.addAll(new HeadLines(proposal).of(frame));
        text.map(frame);
        text.lines.addAll(DropLines.of(proposal));
        return String.join("\n", text.lines) + "\n";
    }

    private void map(Frame frame) {
        lines.add("map:");
        id();
        revision();
        time(frame);
        text();
        rating();
        simple(Field.AUTHOR, "author: {id: %s}");
        simple(Field.LANGUAGE, "language: %s");
        simple(Field.URL, "url: %s");
        simple(Field.TOUCHPOINT, "touchpoint: %s");
        boolean moment =
                proposal.finding(Field.DELETED).found()
                        && proposal.finding(Field.DELETED)
                                .first()
                                .facts()
                                .profile()
                                .time()
                                .isPresent();
        simple(Field.DELETED, moment ? "deleted: {from: %s, blank: false}" : "deleted: %s");
        extras();
    }

    private void id() {
        Finding id = proposal.finding(Field.NATURAL_ID);
        String value =
                switch (id.chosen().size()) {
                    case 0 -> "contentHash()";
                    case 1 -> id.paths().get(0);
                    default -> "join('/', " + String.join(", ", id.paths()) + ")";
                };
        line("naturalId: " + Yaml.block(value), id.why());
    }

    private void revision() {
        Finding revision = proposal.finding(Field.REVISION);
        if (!revision.found()) {
            return;
        }
        Candidate changed = revision.first();
        Finding occurred = proposal.finding(Field.OCCURRED_AT);
        boolean empty = changed.facts().profile().present() == 0;
        Optional<TimeGuess> time = (empty ? occurred.first() : changed).facts().profile().time();
        List<String> paths = new ArrayList<>(revision.paths());
        if (changed.facts().profile().fill() < 1
                && occurred.found()
                && occurred.first().facts().profile().time().equals(time)) {
            paths.addAll(occurred.paths());
        }
        String from = paths.size() == 1 ? Yaml.flow(paths.get(0)) : Yaml.flow(paths);
        String value =
                time.isEmpty()
                                || time.get().formats().equals(List.of("iso"))
                                        && !time.get().needsZone()
                        ? from
                        : "{from: " + from + written(time.get()) + "}";
        line("revision: " + value, revision.why() + "; the higher one stays");
    }

    private void time(Frame frame) {
        Finding time = proposal.finding(Field.OCCURRED_AT);
        if (!time.found()) {
            lines.add(
                    frame.mode() == Mode.FILE
                            ? "  # No time in the sample: the file's time is taken. Name one with occurredAt."
                            : "  # No time in the sample: name one with occurredAt, or records are refused.");
            return;
        }
        Optional<TimeGuess> guess = time.first().facts().profile().time();
        String path =
                time.paths().size() == 1
                        ? time.paths().get(0)
                        : "join(' ', " + String.join(", ", time.paths()) + ")";
        boolean plain =
                guess.map(g -> g.formats().equals(List.of("iso")) && !g.needsZone()).orElse(true);
        String zone = guess.map(TimeGuess::needsZone).orElse(false) ? "; names no zone" : "";
        line(
                "occurredAt: "
                        + (plain
                                ? Yaml.block(path)
                                : "{from: " + Yaml.flow(path) + written(guess.get()) + "}"),
                time.why() + zone);
    }

    private static String written(TimeGuess guess) {
        String formats =
                guess.formats().equals(List.of("iso"))
                        ? ""
                        : ", formats: " + Yaml.flow(guess.formats());
        return formats + (guess.needsZone() ? ", zone: UTC" : "");
    }

    private void text() {
        Finding text = proposal.finding(Field.TEXT);
        if (!text.found()) {
            lines.add(
                    "  # No text in the sample: sentiment and stages abstain. Name one with text.");
            return;
        }
        List<String> parts = text.chosen().stream().map(Texts::expression).toList();
        String all = String.join(", ", parts);
        String value =
                parts.size() == 1
                        ? parts.get(0)
                        : Texts.translations(text.chosen())
                                ? "first(" + all + ")"
                                : "join('\\n', " + all + ")";
        line("text: " + Yaml.block(value), text.why());
    }

    private void rating() {
        Finding rating = proposal.finding(Field.RATING);
        if (rating.found()) {
            RatingScore.Scale scale = RatingScore.scale(rating.first().facts(), proposal.columns());
            line(
                    "rating: {value: "
                            + Yaml.flow(rating.paths().get(0))
                            + ", min: "
                            + RatingScore.plain(scale.min())
                            + ", max: "
                            + RatingScore.plain(scale.max())
                            + ignored(rating.first().column())
                            + "}",
                    scale.why());
        }
    }

    private static String ignored(Column rating) {
        Optional<WordScale> scale = WordScale.of(rating.texts());
        if (scale.isPresent()) {
            List<String> values = new ArrayList<>();
            scale.get().numbers().forEach((word, n) -> values.add(Yaml.flow(word) + ": " + n));
            return ", values: {" + String.join(", ", values) + "}";
        }
        Set<String> words = new LinkedHashSet<>(rating.texts());
        words.removeIf(text -> text.matches("[+-]?\\d+([.,]\\d+)?"));
        return words.isEmpty() ? "" : ", ignore: " + Yaml.flow(List.copyOf(words));
    }

    private void simple(Field field, String pattern) {
        Finding finding = proposal.finding(field);
        if (finding.found()) {
            String path = finding.paths().get(0);
            String value = pattern.contains("{") ? Yaml.flow(path) : Yaml.block(path);
            line(pattern.formatted(value), finding.why());
        }
    }

    private void extras() {
        Map<String, String> extras = new LinkedHashMap<>(extras(proposal));
        if (extras.isEmpty()) {
            return;
        }
        boolean columns =
                extras.entrySet().stream()
                        .allMatch(
                                e ->
                                        e.getValue().equals("$" + Columns.step(e.getKey()))
                                                && !e.getKey().contains("'"));
        List<String> parts =
                columns
                        ? extras.keySet().stream().map(Yaml::flow).toList()
                        : extras.entrySet().stream()
                                .map(e -> Yaml.flow(e.getKey()) + ": " + Yaml.flow(e.getValue()))
                                .toList();
        String inner = String.join(", ", parts);
        lines.add("  # No names, addresses or numbers of people here: extras are searchable.");
        lines.add("  extras: " + (columns ? "[" + inner + "]" : "{" + inner + "}"));
    }

    /** What is kept beside the fields: paths by name. */
    public static Map<String, String> extras(Proposal proposal) {
        Set<String> used = new LinkedHashSet<>();
        for (Field field : Field.values()) {
            used.addAll(proposal.finding(field).paths());
        }
        Intake.of(proposal).ifPresent(intake -> used.add(intake.path()));
        return ExtraColumns.of(proposal, used);
    }

    private void line(String text, String why) {
        lines.add("  " + text + (why.isEmpty() ? "" : "  # " + why));
    }
}
