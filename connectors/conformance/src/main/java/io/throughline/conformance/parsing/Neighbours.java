package io.throughline.conformance.parsing;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Sightings;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.specimen.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A changed record between sound ones, where the shape of the format holds more than one. */
final class Neighbours {

    private Neighbours() {}

    /** The outcomes of the changed record and its neighbours, which must stay what they were. */
    static List<Outcome> parse(
            Specimen specimen, JsonNode changed, Workbench bench, Findings findings) {
        if (!alone(specimen)) {
            return bench.parser().parse(specimen.with(changed));
        }
        JsonNode sound = specimen.record();
        List<Outcome> outcomes =
                bench.parser().parse(specimen.document().with(List.of(sound, changed, sound)));
        Outcome expected = new Outcome.Accepted(specimen.feedback());
        List<Outcome> beside = new ArrayList<>(outcomes);
        if (outcomes.size() == 3) {
            beside.remove(1);
        }
        if (beside.size() != 2
                || !beside.stream().allMatch(each -> Sightings.same(expected, each))) {
            findings.problem(
                    specimen.where() + " beside " + abbreviated(changed),
                    "three outcomes, the first and last as without it",
                    outcomes.stream().map(Neighbours::told).toList().toString(),
                    "One record must not touch its neighbours: refuse it alone");
            return List.of();
        }
        findings.tried("neighbours", 2);
        return outcomes.size() == 3 ? outcomes : List.of();
    }

    /** Of the changed record. */
    static Optional<Outcome> middle(Specimen specimen, List<Outcome> outcomes) {
        if (alone(specimen)) {
            return outcomes.size() == 3 ? Optional.of(outcomes.get(1)) : Optional.empty();
        }
        return specimen.outcomeOf(outcomes);
    }

    private static boolean alone(Specimen specimen) {
        return specimen.document().holdsMany() && specimen.document().records().size() == 1;
    }

    private static String told(Outcome outcome) {
        String line = OutcomeLine.of(outcome);
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    private static String abbreviated(JsonNode node) {
        String text = node.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
