package io.throughline.yaml;

import io.throughline.yaml.YamlProblem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping in a YAML file. Getters note a problem at line and column when a value is not what was
 * asked for, and answer with nothing, so that one reading finds all problems.
 */
public final class YamlMap {

    private final YamlFile file;
    private final MappingNode node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    YamlMap(YamlFile file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.add(tuple.getKeyNode().getStartMark(), Severity.ERROR, "a key must be a text");
                continue;
            }
            String name = References.shown(key.getValue());
            if (entries.putIfAbsent(name, tuple) != null) {
                file.add(key.getStartMark(), Severity.ERROR, "duplicate key '" + name + "'");
            }
        }
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Whether the key is there with a value other than null. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    /** Notes an error for every key that is not one of these, with the nearest that is. */
    public void only(String... known) {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!Arrays.asList(known).contains(entry.getKey())) {
                file.add(
                        entry.getValue().getKeyNode().getStartMark(),
                        Severity.ERROR,
                        "unknown key '"
                                + entry.getKey()
                                + "'"
                                + Nearest.hint(entry.getKey(), Arrays.asList(known)));
            }
        }
    }

    /** The text of a scalar, whatever its YAML type; environment references are not resolved. */
    public Optional<String> text(String key) {
        return value(key).flatMap(value -> scalar(key, value));
    }

    /** The text of a scalar; notes an error and answers an empty text when it is absent. */
    public String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() || text.get().isBlank()) {
            if (!has(key) || text.isPresent()) {
                missing(key);
            }
            return "";
        }
        return text.get();
    }

    /** A whole number. */
    public Optional<Long> integer(String key) {
        return text(key)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Long.valueOf(text));
                            } catch (NumberFormatException e) {
                                return wrong(key, "a whole number is due, not '" + text + "'");
                            }
                        });
    }

    /** A number. */
    public Optional<Double> number(String key) {
        return text(key)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Double.valueOf(text));
                            } catch (NumberFormatException e) {
                                return wrong(key, "a number is due, not '" + text + "'");
                            }
                        });
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool(String key) {
        return text(key)
                .flatMap(
                        text ->
                                switch (text) {
                                    case "true" -> Optional.of(true);
                                    case "false" -> Optional.of(false);
                                    default ->
                                            wrong(key, "true or false is due, not '" + text + "'");
                                });
    }

    /** One of some words; notes an error, with the nearest that is known, when it is none. */
    public Optional<String> choice(String key, List<String> known) {
        Optional<String> text = text(key);
        if (text.isPresent() && !known.contains(text.get())) {
            error(key, "'" + text.get() + "' is not known" + Nearest.hint(text.get(), known));
            return Optional.empty();
        }
        return text;
    }

    /** A nested mapping. */
    public Optional<YamlMap> map(String key) {
        return value(key)
                .flatMap(
                        value ->
                                value instanceof MappingNode mapping
                                        ? Optional.of(new YamlMap(file, mapping))
                                        : wrong(key, "a mapping is due"));
    }

    /** A nested mapping; notes an error and answers an empty one when it is absent. */
    public YamlMap requiredMap(String key) {
        if (!has(key)) {
            missing(key);
        }
        return map(key).orElseGet(
                        () ->
                                new YamlMap(
                                        file,
                                        new MappingNode(Tag.MAP, List.of(), node.getFlowStyle())));
    }

    /** A list of mappings; empty when absent. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : sequence(key)) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping));
            } else {
                file.add(
                        item.getStartMark(), Severity.ERROR, "'" + key + "' is a list of mappings");
            }
        }
        return maps;
    }

    /**
     * A list whose items are mappings or texts; a text counts as a mapping with that text under
     * {@code textKey}, and a single text as a list of one; empty when absent.
     */
    public List<YamlMap> mapsOrTexts(String key, String textKey) {
        List<Node> items =
                value(key).orElse(null) instanceof ScalarNode single
                        ? List.of(single)
                        : sequence(key);
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping));
            } else if (item instanceof ScalarNode text) {
                maps.add(new YamlMap(file, under(textKey, text)));
            } else {
                file.add(
                        item.getStartMark(),
                        Severity.ERROR,
                        "an entry of '" + key + "' is a text or a mapping");
            }
        }
        return maps;
    }

    /** A list of texts; a single text counts as a list of one; empty when absent. */
    public List<String> texts(String key) {
        if (value(key).orElse(null) instanceof ScalarNode) {
            return text(key).stream().toList();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence(key)) {
            scalar(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    /** Whether the value is a nested mapping, for keys that take a text or a mapping. */
    public boolean isMap(String key) {
        return value(key).orElse(null) instanceof MappingNode;
    }

    /** Notes an error at the value of a key, or at the mapping when the key is absent. */
    public void error(String key, String message) {
        file.add(mark(key), Severity.ERROR, message);
    }

    /** Notes a warning at the value of a key, or at the mapping when the key is absent. */
    public void warning(String key, String message) {
        file.add(mark(key), Severity.WARNING, message);
    }

    /** Notes an error at an item of the list under a key. */
    public void errorAt(String key, int index, String message) {
        file.add(itemMark(key, index), Severity.ERROR, message);
    }

    /** Notes a warning at an item of the list under a key. */
    public void warningAt(String key, int index, String message) {
        file.add(itemMark(key, index), Severity.WARNING, message);
    }

    /** Notes that a required key is absent or empty. */
    public void missing(String key) {
        file.add(mark(key), Severity.ERROR, "'" + key + "' is missing or empty");
    }

    private Mark mark(String key) {
        return value(key).map(Node::getStartMark).orElse(node.getStartMark());
    }

    /** The text itself where it stands for a list of one. */
    private Mark itemMark(String key, int index) {
        return value(key).orElse(null) instanceof SequenceNode items
                        && index < items.getValue().size()
                ? items.getValue().get(index).getStartMark()
                : mark(key);
    }

    private Optional<Node> value(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null || Tag.NULL.equals(tuple.getValueNode().getTag())) {
            return Optional.empty();
        }
        return Optional.of(tuple.getValueNode());
    }

    private Optional<String> scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(References.shown(scalar.getValue()));
        }
        file.add(value.getStartMark(), Severity.ERROR, "'" + key + "' is a single value");
        return Optional.empty();
    }

    private List<Node> sequence(String key) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        file.add(value.get().getStartMark(), Severity.ERROR, "'" + key + "' is a list");
        return List.of();
    }

    private static MappingNode under(String key, ScalarNode text) {
        ScalarNode name =
                new ScalarNode(
                        Tag.STR,
                        key,
                        text.getStartMark(),
                        text.getStartMark(),
                        text.getScalarStyle());
        return new MappingNode(
                Tag.MAP,
                true,
                List.of(new NodeTuple(name, text)),
                text.getStartMark(),
                text.getEndMark(),
                FlowStyle.BLOCK);
    }

    private <T> Optional<T> wrong(String key, String message) {
        error(key, "'" + key + "': " + message);
        return Optional.empty();
    }
}
