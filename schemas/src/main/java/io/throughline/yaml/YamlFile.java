package io.throughline.yaml;

import io.throughline.yaml.YamlProblem.Severity;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file being read: collects every problem with its line and column instead of stopping at
 * the first. Readers ask a {@link YamlMap} for what they expect and call {@link #check} at the end.
 */
public final class YamlFile {

    private static final int MAX_DEPTH = 50;

    private final String name;
    private final List<YamlProblem> problems = new ArrayList<>();
    private final YamlMap root;

    private YamlFile(String name, String text) {
        this.name = name;
        this.root = new YamlMap(this, compose(text));
    }

    /**
     * Parses the text.
     *
     * @param name shown in problems
     * @throws YamlException when it is no YAML or its top level is no mapping
     */
    public static YamlFile parse(String name, String text) {
        return new YamlFile(name, text);
    }

    /** The top level mapping. */
    public YamlMap root() {
        return root;
    }

    /**
     * Every problem found so far, errors and warnings, in the order of the file. What was noted
     * twice, because a reader looked twice, is told once.
     */
    public List<YamlProblem> problems() {
        return problems.stream()
                .distinct()
                .sorted(
                        Comparator.comparingInt(YamlProblem::line)
                                .thenComparingInt(YamlProblem::column))
                .toList();
    }

    /**
     * Ends the reading.
     *
     * @throws YamlException when there was an error
     */
    public void check() {
        List<YamlProblem> errors =
                problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new YamlException(errors);
        }
    }

    void add(Mark mark, Severity severity, String message) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        problems.add(new YamlProblem(name, line, column, severity, message));
    }

    private MappingNode compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(50);
        try {
            Node node = new Yaml(options).compose(new StringReader(References.hidden(text)));
            if (node instanceof MappingNode mapping) {
                return mapping;
            }
            add(
                    node == null ? null : node.getStartMark(),
                    Severity.ERROR,
                    node == null
                            ? "the file is empty; a mapping such as 'apiVersion: throughline/v1' is due"
                            : "a mapping such as 'apiVersion: throughline/v1' is due at the top level");
        } catch (MarkedYAMLException e) {
            add(
                    e.getProblemMark(),
                    Severity.ERROR,
                    "this is no YAML: " + e.getProblem() + advice(e.getContext()));
        } catch (YAMLException e) {
            add(null, Severity.ERROR, "this is no YAML: " + e.getMessage());
        }
        throw new YamlException(problems);
    }

    /** Paths such as {@code $.a[0]} are what people write there. */
    private static String advice(String context) {
        return context != null && context.contains("flow")
                ? "; inside { } and [ ] put a text that holds , [ ] { or } in quotes"
                : "";
    }
}
