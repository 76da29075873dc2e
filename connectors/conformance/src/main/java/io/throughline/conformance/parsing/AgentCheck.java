package io.throughline.conformance.parsing;

import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Anatomy.Shown;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of an agent never count as the customer's: of a conversation the text is what the
 * customer said, and a field that by its name holds an answer is not in the text.
 */
public final class AgentCheck implements ChannelCheck {

    /** Names of fields that hold what the business answered. */
    private static final Pattern ANSWER =
            Pattern.compile(
                    "(?i).*\\.(developer_?comment|review_?reply|reply|agent\\w*|staff\\w*"
                            + "|business_?response|owner_?response|merchant_?reply)\\b.*");

    /** Shorter turns, such as a yes, are said by both. */
    private static final int TELLING = 12;

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        boolean conversations = false;
        for (Specimen specimen : bench.specimens()) {
            Feedback feedback = specimen.feedback();
            if (feedback.conversation() != null) {
                conversations = true;
                spoken(specimen, feedback, findings);
                for (Place place : specimen.anatomy().places()) {
                    for (Shown change : specimen.anatomy().changes(place)) {
                        spoken(specimen, change.feedback(), findings);
                    }
                }
            }
            byAgent(specimen, findings);
            answers(specimen, findings);
        }
        if (bench.specimens().isEmpty()) {
            return Findings.noFeedback();
        }
        return findings.verdict(
                conversations
                        ? new Verdict.Failed(
                                "no fixture holds a turn of an agent: add one, so that it can be"
                                        + " seen to stay out of the text")
                        : new Verdict.NotApplicable(
                                "there are no conversations, and no field holds an answer"));
    }

    /** The text of a conversation is what the customer says in it. */
    private static void spoken(Specimen specimen, Feedback feedback, Findings findings) {
        if (feedback.conversation() == null) {
            return;
        }
        List<Turn> turns = feedback.conversation().turns();
        String text = feedback.text() == null ? "" : feedback.text();
        for (Turn turn : turns) {
            boolean customer = turn.role() == Role.CUSTOMER;
            boolean telling =
                    turn.text().strip().length() >= TELLING
                            && turns.stream()
                                    .filter(other -> (other.role() == Role.CUSTOMER) != customer)
                                    .noneMatch(other -> other.text().contains(turn.text().strip()));
            if (!telling) {
                continue;
            }
            findings.tried(customer ? "turns of customers" : "turns of agents");
            if (customer != text.contains(turn.text().strip())) {
                findings.problem(
                        specimen.where() + ", turn " + turn.index() + " of the " + turn.role().id(),
                        customer ? "its words in the text" : "its words left out of the text",
                        customer ? "a text without them" : "a text with them",
                        "The text of a conversation is the customer's turns, one a line");
            }
        }
    }

    private static void byAgent(Specimen specimen, Findings findings) {
        Feedback feedback = specimen.feedback();
        if (feedback.author() == null || feedback.author().role() == Role.CUSTOMER) {
            return;
        }
        findings.tried("records by an agent");
        if (feedback.text() != null) {
            findings.problem(
                    specimen.where(),
                    "no text of an author who is " + feedback.author().role().id(),
                    "a text that is tagged as a customer's",
                    "Leave the text out, or drop such records with a reason");
        }
    }

    private static void answers(Specimen specimen, Findings findings) {
        for (Place place : specimen.anatomy().places()) {
            boolean words =
                    place.in(specimen.record()).isTextual()
                            && place.in(specimen.record()).asText().strip().contains(" ");
            if (!words || !ANSWER.matcher(place.toString()).matches()) {
                continue;
            }
            findings.tried("answers of the business");
            if (specimen.facets(place).contains(Facet.TEXT)) {
                findings.problem(
                        specimen.where(place),
                        "an answer of the business that is left out of the text",
                        "a text that changes with it",
                        "Only the customer's words are text; put the answer into extras, or"
                                + " nowhere");
            }
        }
    }
}
