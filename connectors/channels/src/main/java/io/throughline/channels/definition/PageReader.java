package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** Reads the {@code page} block. */
final class PageReader {

    private static final int MOST_PAGES = 10_000;
    private static final int MOST_EVER = 1_000_000;
    private static final int LARGEST_PAGE = 100_000;
    private static final int USUAL_PAGE = 100;
    private static final String HEADER = "header";

    private static final List<String> TYPES = List.of("none", "link", "cursor", "offset", "page");

    private final YamlMap map;
    private final Values values;

    /** The texts of the request in which a reference to the place can stand. */
    private final String request;

    private PageReader(YamlMap map, String request) {
        this.map = map;
        this.values = new Values(map);
        this.request = request;
    }

    static PageSpec read(Optional<YamlMap> block, String request) {
        return block.map(map -> new PageReader(map, request).read()).orElseGet(PageSpec.None::new);
    }

    private PageSpec read() {
        return switch (map.requiredText("type")) {
            case "none" -> none();
            case "link" -> link();
            case "cursor" -> token();
            case "offset" -> offset();
            case "page" -> numbered();
            case "" -> new PageSpec.None();
            default -> unknown();
        };
    }

    private PageSpec unknown() {
        map.choice("type", TYPES);
        return new PageSpec.None();
    }

    private PageSpec none() {
        map.only("type");
        return new PageSpec.None();
    }

    private PageSpec link() {
        map.only("type", "next", "until", "most", "stopAfterEmpty");
        boolean header = map.text("next").filter(HEADER::equals).isPresent();
        return new PageSpec.Link(header ? null : values.requiredExpression("next"), end(MOST_EVER));
    }

    private PageSpec token() {
        map.only("type", "next", "param", "until", "most", "stopAfterEmpty");
        return new PageSpec.Token(
                values.requiredExpression("next"), param("${next}"), end(MOST_EVER));
    }

    private PageSpec offset() {
        map.only("type", "param", "sizeParam", "size", "first", "until", "most", "stopAfterEmpty");
        return new PageSpec.Offset(
                param("${offset}"),
                map.text("sizeParam").orElse(null),
                values.whole("size", USUAL_PAGE, 1, LARGEST_PAGE),
                values.whole("first", 0, 0, 1),
                end(1));
    }

    private PageSpec numbered() {
        map.only("type", "param", "sizeParam", "size", "first", "until", "most", "stopAfterEmpty");
        return new PageSpec.Numbered(
                param("${page}"),
                map.text("sizeParam").orElse(null),
                values.whole("size", USUAL_PAGE, 1, LARGEST_PAGE),
                values.whole("first", 1, 0, 1),
                end(1));
    }

    private String param(String reference) {
        Optional<String> param = map.text("param");
        if (param.isEmpty() && !request.contains(reference)) {
            map.error(
                    "type",
                    "the server must be told which page: 'param', or "
                            + reference
                            + " in 'url', 'query' or 'body'");
        }
        return param.orElse(null);
    }

    /**
     * @param stopAfterEmpty where the definition does not say; a server that says itself how to go
     *     on is believed over an empty page
     */
    private PageSpec.End end(int stopAfterEmpty) {
        Optional<Expression> until = values.expression("until");
        return new PageSpec.End(
                until.orElse(null),
                values.whole("most", MOST_PAGES, 1, MOST_EVER),
                values.whole("stopAfterEmpty", stopAfterEmpty, 1, MOST_EVER));
    }
}
