package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.expression.Expression;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sample seems to hold, field by field. Immutable: a choice that somebody makes gives
 * another proposal.
 *
 * @param records where the records of a document are; null when each document is one
 * @param recordNodes the records
 * @param columns everything that is in them
 */
public record Proposal(
        Sample sample,
        String records,
        List<JsonNode> recordNodes,
        List<Facts> columns,
        Map<Field, Finding> findings) {

    private static final int SHOWN = 6;

    public Proposal {
        recordNodes = List.copyOf(recordNodes);
        columns = List.copyOf(columns);
        findings = new EnumMap<>(findings);
    }

    /** What was found for a field. */
    public Finding finding(Field field) {
        return findings.get(field);
    }

    /**
     * The same proposal with another choice for a field.
     *
     * @param expressions paths or other expressions; none when the field is to be left out
     * @throws io.throughline.channels.expression.ExpressionException when one is none
     */
    public Proposal choose(Field field, List<String> expressions) {
        List<Candidate> chosen = expressions.stream().map(this::candidate).toList();
        List<Candidate> others = new ArrayList<>(finding(field).chosen());
        others.addAll(finding(field).others());
        others.removeIf(one -> expressions.contains(one.path()));
        Map<Field, Finding> changed = new EnumMap<>(findings);
        changed.put(field, new Finding(field, chosen, others, "as you said"));
        return new Proposal(sample, records, recordNodes, columns, changed);
    }

    /** The same sample with its records in another place. */
    public Proposal withRecordsAt(String path) {
        return Inference.at(sample, path);
    }

    /** The places at which records could be; null stands for the document itself. */
    public List<String> places() {
        return Records.of(sample).stream().map(Records::path).toList();
    }

    /** Where the sample tells who people are. */
    public List<String> personal() {
        return columns.stream()
                .filter(facts -> facts.profile().present() > 0 && Personal.matches(facts))
                .map(facts -> facts.column().path())
                .limit(SHOWN)
                .toList();
    }

    private Candidate candidate(String expression) {
        Optional<Facts> known =
                columns.stream().filter(f -> f.column().path().equals(expression)).findFirst();
        return new Candidate(known.orElseGet(() -> evaluated(expression)), 0, "");
    }

    private Facts evaluated(String expression) {
        Expression parsed = Expression.parse(expression);
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode node : recordNodes) {
            values.add(parsed.text(node).isPresent() ? parsed.node(node) : null);
        }
        String name = expression.replaceAll("[^\\p{L}\\p{N}_]+", " ").strip();
        return Facts.of(new Column(expression, List.of(name), "", values));
    }
}
