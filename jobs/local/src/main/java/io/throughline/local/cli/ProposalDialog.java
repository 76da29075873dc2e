package io.throughline.local.cli;

import io.throughline.channels.expression.ExpressionException;
import io.throughline.channels.scaffold.Field;
import io.throughline.channels.scaffold.Finding;
import io.throughline.channels.scaffold.Proposal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks about a proposal, field by field: enter keeps it, a number takes another candidate, a path
 * or an expression takes that, and a hyphen leaves the field out.
 */
final class ProposalDialog {

    private static final String LEFT_OUT = "-";

    private final BufferedReader in;
    private final PrintStream err;

    ProposalDialog(BufferedReader in, PrintStream err) {
        this.in = in;
        this.err = err;
    }

    /** The proposal as people want it. */
    Proposal ask(Proposal proposed) throws IOException {
        err.println(
                "Enter keeps what is proposed; a number or a path takes another; - takes none.");
        Proposal proposal = records(proposed);
        for (Field field : Field.values()) {
            Finding finding = proposal.finding(field);
            if (finding.found() || !finding.others().isEmpty()) {
                proposal = field(proposal, field);
            }
        }
        return proposal;
    }

    /** One line of an answer; the default when it is empty or the input has ended. */
    String ask(String question, String otherwise) throws IOException {
        err.print(question + " [" + otherwise + "]: ");
        err.flush();
        String answer = in.readLine();
        return answer == null || answer.isBlank() ? otherwise : answer.strip();
    }

    private Proposal records(Proposal proposal) throws IOException {
        List<String> places = new ArrayList<>();
        proposal.places().forEach(place -> places.add(place == null ? "$" : place));
        String current = proposal.records() == null ? "$" : proposal.records();
        places.remove(current);
        if (places.isEmpty()) {
            return proposal;
        }
        options(places);
        String answer = chosen(ask("records", current), places);
        return answer.equals(current)
                ? proposal
                : proposal.withRecordsAt(answer.equals("$") ? null : answer);
    }

    private Proposal field(Proposal proposal, Field field) throws IOException {
        Finding finding = proposal.finding(field);
        List<String> others = finding.alternatives();
        if (!finding.example().isEmpty()) {
            err.println("  “" + finding.example() + "”  " + finding.why());
        }
        options(others);
        while (true) {
            String current = finding.found() ? String.join(", ", finding.paths()) : LEFT_OUT;
            String answer = chosen(ask(field.key(), current), others);
            if (answer.equals(current)) {
                return proposal;
            }
            if (answer.equals(LEFT_OUT)) {
                return proposal.choose(field, List.of());
            }
            try {
                return proposal.choose(field, List.of(answer));
            } catch (ExpressionException e) {
                err.println("  " + e.getMessage());
            }
        }
    }

    private void options(List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            err.println("  " + (i + 1) + "  " + others.get(i));
        }
    }

    private static String chosen(String answer, List<String> others) {
        if (answer.matches("\\d{1,2}")) {
            int number = Integer.parseInt(answer);
            if (number >= 1 && number <= others.size()) {
                return others.get(number - 1);
            }
        }
        return answer;
    }
}
