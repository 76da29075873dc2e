package io.throughline.local.cli;

import io.throughline.channels.scaffold.DefinitionText;
import io.throughline.channels.scaffold.Field;
import io.throughline.channels.scaffold.Finding;
import io.throughline.channels.scaffold.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows people what is proposed: a line a field, with a value of it and why. */
final class ProposalTable {

    private static final int WIDEST = 44;

    private ProposalTable() {}

    static List<String> of(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        int count = proposal.recordNodes().size();
        lines.add(
                proposal.sample().name()
                        + ": "
                        + proposal.sample().shape().words()
                        + ", "
                        + count
                        + (count == 1 ? " record" : " records")
                        + (proposal.records() == null ? "" : " at " + proposal.records()));
        for (Field field : Field.values()) {
            Finding finding = proposal.finding(field);
            if (finding.found() || main(field)) {
                lines.add(line(field, finding));
            }
        }
        List<String> extras = List.copyOf(DefinitionText.extras(proposal).keySet());
        if (!extras.isEmpty()) {
            lines.add(row("extras", String.join(", ", extras), "", ""));
        }
        return lines;
    }

    private static boolean main(Field field) {
        return field == Field.NATURAL_ID || field == Field.OCCURRED_AT || field == Field.TEXT;
    }

    private static String line(Field field, Finding finding) {
        if (finding.found()) {
            return row(
                    field.key(),
                    String.join(", ", finding.paths()),
                    finding.example().isEmpty() ? "" : "“" + finding.example() + "”",
                    finding.why());
        }
        return switch (field) {
            case NATURAL_ID -> row(field.key(), "contentHash()", "", finding.why());
            case OCCURRED_AT -> row(field.key(), "–", "", "no time in the sample: the file's time");
            default -> row(field.key(), "–", "", finding.why());
        };
    }

    private static String row(String field, String path, String example, String why) {
        String start = String.format(Locale.ROOT, "  %-11s %-" + WIDEST + "s", field, path);
        List<String> rest = new ArrayList<>();
        if (!example.isEmpty()) {
            rest.add(example);
        }
        if (!why.isEmpty()) {
            rest.add(why);
        }
        return (start + "  " + String.join("  ", rest)).stripTrailing();
    }
}
