package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.Outcome;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Anatomy.Shown;
import io.throughline.conformance.specimen.Facet;
import io.throughline.conformance.specimen.Place;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the source takes back is a delete of the very id that it gave before, and not older than it.
 * The feedback that a delete takes back is looked for in the fixtures; else one is made by giving a
 * record of theirs the delete's id.
 */
public final class DeleteCheck implements ChannelCheck {

    @Override
    public Verdict check(Workbench bench) {
        Findings findings = new Findings();
        List<Feedback> all = feedback(bench);
        List<Feedback> deletes =
                all.stream().filter(each -> each.operation() == Operation.DELETE).toList();
        for (Feedback delete : deletes) {
            takesBack(delete, all, bench, findings);
        }
        turnedIntoDeletes(bench, findings);
        if (findings.failed() || findings.any()) {
            return findings.verdict(Findings.noFeedback());
        }
        if (!deletes.isEmpty()) {
            return new Verdict.Failed(
                    "no fixture shows what "
                            + deletes.get(0).id()
                            + " takes back: expected a record with the id of a delete, so that both"
                            + " can be seen to have the same. Add the record before it was deleted");
        }
        if (declared(bench)) {
            return new Verdict.Failed(
                    "map.deleted finds nothing in any fixture that takes feedback back: mend the"
                            + " expression, or add a record that was deleted");
        }
        return bench.specimens().isEmpty()
                ? Findings.noFeedback()
                : new Verdict.NotApplicable("no fixture shows a delete");
    }

    private static boolean declared(Workbench bench) {
        return bench.definition().map() != null
                && bench.definition().map().deleted() != null
                && !List.of("true", "false")
                        .contains(bench.definition().map().deleted().toString());
    }

    private static List<Feedback> feedback(Workbench bench) {
        List<Feedback> all = new ArrayList<>();
        for (Fixture fixture : bench.channel().fixtures()) {
            for (Outcome outcome : bench.outcomes(fixture)) {
                if (outcome instanceof Outcome.Accepted accepted) {
                    all.add(accepted.feedback());
                }
            }
        }
        return all;
    }

    private static void takesBack(
            Feedback delete, List<Feedback> all, Workbench bench, Findings findings) {
        List<Feedback> taken =
                all.stream()
                        .filter(each -> each.operation() == Operation.UPSERT)
                        .filter(each -> each.naturalId().equals(delete.naturalId()))
                        .toList();
        boolean fromFixtures = !taken.isEmpty();
        if (taken.isEmpty()) {
            taken = made(delete, bench).stream().toList();
        }
        for (Feedback upsert : taken) {
            findings.tried("deletes of what was there");
            if (fromFixtures && !upsert.id().equals(delete.id())) {
                findings.problem(
                        delete.naturalId(),
                        "the delete of " + upsert.id(),
                        "a delete of " + delete.id(),
                        "The channel is part of the id: take it from what a delete says too");
            } else if (delete.revision() < upsert.revision()) {
                findings.problem(
                        delete.id(),
                        "a delete not older than revision " + upsert.revision(),
                        "revision " + delete.revision(),
                        "Give a delete the time of deletion, or no revision at all");
            }
        }
    }

    /** A record with the id of the delete. */
    private static Optional<Feedback> made(Feedback delete, Workbench bench) {
        for (Specimen specimen : bench.specimens()) {
            for (Place place : specimen.places(Facet.IDENTITY)) {
                RawEnvelope renamed =
                        specimen.with(
                                place.replaced(
                                        specimen.record(), TextNode.valueOf(delete.naturalId())));
                if (specimen.outcomeOf(bench.parser().parse(renamed)).orElse(null)
                                instanceof Outcome.Accepted accepted
                        && accepted.feedback().naturalId().equals(delete.naturalId())) {
                    return Optional.of(accepted.feedback());
                }
            }
        }
        return Optional.empty();
    }

    /** Records that become deletes when one value changes. */
    private static void turnedIntoDeletes(Workbench bench, Findings findings) {
        for (Specimen specimen : bench.specimens()) {
            for (Place place : specimen.places(Facet.DELETED)) {
                for (Shown change : specimen.anatomy().changes(place)) {
                    if (change.facets().contains(Facet.DELETED) && !change.borrowed()) {
                        turned(specimen, place, change, findings);
                    }
                }
            }
        }
    }

    private static void turned(Specimen specimen, Place place, Shown change, Findings findings) {
        findings.tried("records marked as deleted");
        Feedback delete = change.feedback();
        if (!delete.id().equals(specimen.feedback().id())
                || delete.revision() < specimen.feedback().revision()) {
            findings.problem(
                    specimen.where(place) + " = " + change.value(),
                    "a delete of "
                            + specimen.feedback().id()
                            + " not older than revision "
                            + specimen.feedback().revision(),
                    "a delete of " + delete.id() + " of revision " + delete.revision(),
                    "A mark of deletion must not change the id");
        }
    }
}
