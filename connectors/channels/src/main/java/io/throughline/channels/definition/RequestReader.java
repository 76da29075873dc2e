package io.throughline.channels.definition;

import io.throughline.yaml.YamlMap;
import java.time.Duration;

/** Reads the {@code request} block. */
final class RequestReader {

    private static final int MOST_PAGES = 1000;

    private RequestReader() {}

    static RequestSpec read(YamlMap map) {
        map.only(
                "url",
                "query",
                "headers",
                "interval",
                "pages",
                "firstPage",
                "stopAfterEmptyPages",
                "timeout");
        Values values = new Values(map);
        String url = map.requiredText("url");
        int pages = values.whole("pages", 1, 1, MOST_PAGES);
        if (pages > 1
                && !url.contains("${page}")
                && !values.texts("query").containsValue("${page}")) {
            map.error("pages", "more than one page needs ${page} in 'url' or 'query'");
        }
        return new RequestSpec(
                url,
                values.texts("query"),
                values.texts("headers"),
                values.duration("interval", Duration.ofMinutes(5)),
                pages,
                values.whole("firstPage", 1, 0, 1),
                values.whole("stopAfterEmptyPages", 1, 1, MOST_PAGES),
                values.duration("timeout", Duration.ofSeconds(30)));
    }
}
