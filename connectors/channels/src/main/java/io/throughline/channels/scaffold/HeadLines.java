package io.throughline.channels.scaffold;

import io.throughline.channels.definition.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the first lines of a definition: what the channel is, and how its payloads get in. */
final class HeadLines {

    private final Proposal proposal;
    private final List<String> lines = new ArrayList<>();

    HeadLines(Proposal proposal) {
        this.proposal = proposal;
    }

    /** Everything above {@code map}. */
    List<String> of(DefinitionText.Frame frame) {
        Sample sample = proposal.sample();
        int count = proposal.recordNodes().size();
        lines.add(
                "# Proposed from "
                        + sample.name()
                        + ": "
                        + sample.shape().words()
                        + ", "
                        + count
                        + (count == 1 ? " record." : " records.")
                        + " Every key: docs/channels.md");
        lines.add("apiVersion: throughline/v1");
        lines.add("id: " + frame.id() + "  # part of every feedback's id: never change it");
        channel(frame);
        lines.add("mode: " + frame.mode().id());
        format(sample);
        lines.addAll(frame.request());
        if (frame.mode() == Mode.PUSH) {
            lines.add("# Without a signature everybody may post. What most providers send:");
            lines.add(
                    "# verify: {type: hmac-sha256, header: X-Signature, encoding: hex, secret: \"${secret.key}\"}");
        }
        if (proposal.records() != null) {
            lines.add("records: " + Yaml.block(proposal.records()));
        }
        return lines;
    }

    private void channel(DefinitionText.Frame frame) {
        Optional<Intake> intake =
                frame.channel().isPresent() ? Optional.empty() : Intake.of(proposal);
        if (intake.isEmpty()) {
            lines.add(
                    "channel: "
                            + frame.channel().orElse("web")
                            + "  # web mobile phone social email post inperson internal other");
            return;
        }
        lines.add("channel:");
        lines.add("  from: " + Yaml.block(intake.get().path()));
        List<String> values = new ArrayList<>();
        intake.get()
                .values()
                .forEach((word, channel) -> values.add(Yaml.flow(word) + ": " + channel));
        lines.add("  values: {" + String.join(", ", values) + "}");
        lines.add("  otherwise: other");
    }

    private void format(Sample sample) {
        switch (sample.shape()) {
            case CSV -> {
                lines.add("format: csv");
                if (sample.delimiter() != ',') {
                    lines.add(
                            "delimiter: "
                                    + (sample.delimiter() == '\t'
                                            ? "tab"
                                            : "\"" + sample.delimiter() + "\""));
                }
                if (sample.headerRows() > 1) {
                    lines.add("headerRows: " + sample.headerRows());
                }
            }
            case JSON_LINES -> lines.add("format: jsonl");
            case FORM -> lines.add("format: form");
            case JSON, EVENTS -> {}
        }
        if (!sample.encoding().equals("UTF-8")) {
            lines.add("encoding: " + sample.encoding());
        }
    }
}
