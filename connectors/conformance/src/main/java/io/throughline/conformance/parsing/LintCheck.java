package io.throughline.conformance.parsing;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.definition.FieldMap;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Findings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Verdict.Failed;
import io.throughline.conformance.bench.Verdict.NotApplicable;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.ChannelYaml;
import io.throughline.conformance.specimen.Facet;
import io.throughline.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definition reads without a problem, a misspelt key in any of its blocks would be told at its
 * place, no secret is written into it, and what its map names is found in a fixture.
 */
public final class LintCheck implements ChannelCheck {

    private static final String MISSPELT = "kitMisspelt";

    /** Blocks whose keys are all known. */
    private static final Pattern BLOCK =
            Pattern.compile("(map|request|stream|verify|page|cursor|auth|reconcile):\\s*");

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)[{,\\s]*[\"']?(authorization|.*(?:api[_-]?key|token|secret|password))"
                            + "[\"']?\\s*:\\s*(.+)");

    @Override
    public Verdict check(Workbench bench) {
        if (bench.channel().yaml().isEmpty()) {
            return new NotApplicable("the definition was made in Java");
        }
        ChannelYaml yaml = bench.channel().yaml().get();
        Findings findings = new Findings();
        try {
            ChannelDefinitions.read(yaml.name(), yaml.text());
            findings.tried("lines", (int) yaml.text().lines().count());
        } catch (YamlException e) {
            return new Failed(e.getMessage());
        }
        misspelt(yaml, findings);
        secrets(yaml, findings);
        if (bench.definition().map() != null && !bench.specimens().isEmpty()) {
            found(bench.definition().map(), bench, findings);
        }
        return findings.verdict(new NotApplicable("the definition is empty"));
    }

    private static void misspelt(ChannelYaml yaml, Findings findings) {
        List<String> lines = yaml.text().lines().toList();
        told(yaml, lines, lines.size(), "", findings);
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (BLOCK.matcher(lines.get(i).strip()).matches()) {
                String next = lines.get(i + 1);
                String indent = next.substring(0, next.length() - next.stripLeading().length());
                told(yaml, lines, i + 1, indent, findings);
            }
        }
    }

    /** A key that nobody knows, put in before a line. */
    private static void told(
            ChannelYaml yaml, List<String> lines, int at, String indent, Findings findings) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(at, indent + MISSPELT + ": x");
        findings.tried("misspelt keys");
        boolean told = false;
        try {
            ChannelDefinitions.read(yaml.name(), String.join("\n", changed) + "\n");
        } catch (YamlException e) {
            told =
                    e.problems().stream()
                            .anyMatch(
                                    problem ->
                                            problem.line() == at + 1
                                                    && problem.message().contains(MISSPELT));
        }
        if (!told) {
            findings.problem(
                    yaml.name() + ":" + (at + 1),
                    "an error for the unknown key " + MISSPELT,
                    "none",
                    "A block that takes any key hides a misspelt one");
        }
    }

    private static void secrets(ChannelYaml yaml, Findings findings) {
        int number = 0;
        for (String line : yaml.text().lines().toList()) {
            number++;
            Matcher matcher = SECRET.matcher(line);
            if (!line.strip().startsWith("#")
                    && matcher.matches()
                    && !matcher.group(2).contains("${")
                    && matcher.group(2)
                            .strip()
                            .matches("[\"']?(?:Bearer |Basic )?[\\w+/=.-]{12,}.*")
                    && !matcher.group(2).contains("$.")) {
                findings.problem(
                        yaml.name() + ":" + number,
                        "a reference such as ${secret.name} for " + matcher.group(1).strip(),
                        "a value written out",
                        "Give the value in throughline.yaml, where it can come from the"
                                + " environment");
            }
        }
    }

    /** What the map names and no fixture shows is misspelt, or untested. */
    private static void found(FieldMap map, Workbench bench, Findings findings) {
        shown("map.rating", map.rating() != null, Facet.RATING, bench, findings);
        shown("map.author", map.authorId() != null, Facet.AUTHOR, bench, findings);
        shown("map.occurredAt", map.occurredAt() != null, Facet.TIME, bench, findings);
    }

    private static void shown(
            String key, boolean named, Facet facet, Workbench bench, Findings findings) {
        if (named
                && bench.specimens().stream()
                        .allMatch(specimen -> specimen.places(facet).isEmpty())) {
            findings.problem(
                    key,
                    "a value of a fixture that decides about it",
                    "none",
                    "Mend the expression, or add a record that has it");
        }
    }
}
