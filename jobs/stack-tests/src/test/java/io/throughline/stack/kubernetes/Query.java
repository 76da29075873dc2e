package io.throughline.stack.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a query of Prometheus which metrics it asks for, and by which labels. */
final class Query {

    /** Words of the language; after {@code by} and its like stand labels, not metrics. */
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern WORDS =
            Pattern.compile("\\b(and|or|unless|bool|offset|group_left|group_right)\\b");
    private static final Pattern RANGE = Pattern.compile("\\[[0-9a-z:]+]");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?![a-zA-Z0-9_:]*\\s*\\()(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)\\s*(?:=~|!~|!=|=)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private Query() {}

    /** A metric and the labels that it is chosen by. */
    record Selector(String metric, List<String> labels) {}

    static List<Selector> selectors(String query) {
        String bare = QUOTED.matcher(query).replaceAll("\"\"");
        bare = GROUPING.matcher(bare).replaceAll(" ");
        bare = RANGE.matcher(bare).replaceAll(" ");
        bare = WORDS.matcher(bare).replaceAll(" ");
        List<Selector> selectors = new ArrayList<>();
        Matcher found = SELECTOR.matcher(bare);
        while (found.find()) {
            List<String> labels = new ArrayList<>();
            if (found.group(2) != null) {
                Matcher label = LABEL.matcher(found.group(2));
                while (label.find()) {
                    labels.add(label.group(1));
                }
            }
            selectors.add(new Selector(found.group(1), labels));
        }
        return selectors;
    }
}
