package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.document.IndexTemplate;
import io.throughline.kibana.Json;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.rules.KibanaRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks saved objects without a Kibana: that they hold together, that Kibana 8.19 and later take
 * them, and that they ask only for fields that the index templates have, and for nothing that these
 * fields cannot do.
 */
public final class Checker {

    /** The versions of each type whose attributes are understood here and in Kibana 8.19. */
    private static final Map<String, Set<String>> VERSIONS =
            Map.of(
                    "tag", Set.of("8.0.0"),
                    "index-pattern", Set.of("8.0.0"),
                    "search", Set.of("10.5.0"),
                    "lens", Set.of("8.9.0"),
                    "dashboard", Set.of("8.9.0", "10.2.0", "10.3.0"));

    private static final Pattern VERSION_4 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final Mappings mappings;

    private Checker(Mappings mappings) {
        this.mappings = mappings;
    }

    /** A checker that takes the fields of these templates for what is indexed. */
    public static Checker of(List<IndexTemplate> templates) {
        return new Checker(new Mappings(templates));
    }

    /** Everything that is wrong; empty when nothing is. */
    public List<Problem> check(List<SavedObject> objects) {
        List<Problem> problems = new ArrayList<>();
        Context context = new Context(objects, mappings);
        Set<String> seen = new HashSet<>();
        for (SavedObject object : objects) {
            String key = Context.key(object.type(), object.id());
            if (!seen.add(key)) {
                problems.add(new Problem(key, "is there twice"));
            }
            problems.addAll(check(object, context));
        }
        return List.copyOf(problems);
    }

    /** Everything that is wrong with rules; empty when nothing is. */
    public List<Problem> checkRules(List<KibanaRule> rules) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (KibanaRule rule : rules) {
            Report report = new Report(problems, "rule:" + rule.id());
            if (!seen.add(rule.id()) || !VERSION_4.matcher(rule.id()).matches()) {
                report.add("its id is no UUID of version 4, or there twice");
            }
            new RuleCheck(report, mappings).check(rule.body());
        }
        return List.copyOf(problems);
    }

    /** What is wrong with one object among others. */
    static List<Problem> check(SavedObject object, Context context) {
        List<Problem> problems = new ArrayList<>();
        Report report = new Report(problems, Context.key(object.type(), object.id()));
        references(report, object, context);
        check(report, object, context);
        return problems;
    }

    Context context(List<SavedObject> objects) {
        return new Context(objects, mappings);
    }

    private static void references(Report report, SavedObject object, Context context) {
        for (Reference reference : object.references()) {
            if (!context.has(reference)) {
                report.add(
                        reference.name()
                                + " refers to the "
                                + reference.type()
                                + " "
                                + reference.id()
                                + ", which is not there");
            }
        }
    }

    private static void check(Report report, SavedObject object, Context context) {
        Set<String> versions = VERSIONS.getOrDefault(object.type(), Set.of());
        if (!versions.contains(object.typeMigrationVersion())) {
            report.add(
                    "a "
                            + object.type()
                            + " of version '"
                            + object.typeMigrationVersion()
                            + "', not of "
                            + versions);
        }
        if (!object.coreMigrationVersion().equals(SavedObject.CORE_MIGRATION_VERSION)) {
            report.add(
                    "is in the common form '"
                            + object.coreMigrationVersion()
                            + "', not in "
                            + SavedObject.CORE_MIGRATION_VERSION);
        }
        switch (object.type()) {
            case "index-pattern" -> DataViewCheck.check(report, object, context);
            case "search" -> SearchCheck.check(report, object, context);
            case "dashboard" -> DashboardCheck.check(report, object, context);
            case "lens" -> lens(report, object, context);
            case "tag" -> {
                if (object.attributes().path("name").asText().isBlank()) {
                    report.add("has no name");
                }
            }
            default -> report.add("is of a type that is not understood here");
        }
    }

    /** A chart in the library has its references on itself. */
    private static void lens(Report report, SavedObject object, Context context) {
        ObjectNode attributes = object.attributes();
        attributes.put("type", object.type());
        attributes.set("references", Json.list(object.references()));
        new LensCheck(context).check(report, attributes);
    }
}
