package io.throughline.channels.scaffold;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rules by which records are left out: what somebody else than the customer said, and
 * records that hold neither words nor a rating, which would be refused and say nothing.
 */
final class DropLines {

    private final Proposal proposal;

    private DropLines(Proposal proposal) {
        this.proposal = proposal;
    }

    static List<String> of(Proposal proposal) {
        return new DropLines(proposal).lines();
    }

    private List<String> lines() {
        List<String> rules = new ArrayList<>();
        Speakers.of(proposal)
                .ifPresent(
                        speakers ->
                                rules.add(
                                        "{when: "
                                                + Yaml.flow(speakers.path())
                                                + ", is: "
                                                + Yaml.flow(List.copyOf(speakers.others()))
                                                + ", reason: not-the-customer}"));
        if (silent()) {
            String all = "join('', " + String.join(", ", said()) + ")";
            rules.add("{when: " + Yaml.flow(all) + ", blank: true, reason: no-answer}");
        }
        List<String> lines = new ArrayList<>();
        if (!rules.isEmpty()) {
            lines.add("drop:");
            rules.forEach(rule -> lines.add("  - " + rule));
        }
        return lines;
    }

    private List<String> said() {
        List<String> paths = new ArrayList<>(proposal.finding(Field.TEXT).paths());
        paths.addAll(proposal.finding(Field.RATING).paths());
        return paths;
    }

    /** Whether some record holds neither words nor a rating: it says nothing, and is refused. */
    private boolean silent() {
        Finding text = proposal.finding(Field.TEXT);
        Finding rating = proposal.finding(Field.RATING);
        List<Candidate> both = new ArrayList<>(text.chosen());
        both.addAll(rating.chosen());
        for (int i = 0; i < proposal.recordNodes().size(); i++) {
            int at = i;
            if (both.stream().allMatch(one -> one.column().text(at) == null)) {
                return text.found() && rating.found();
            }
        }
        return false;
    }
}
