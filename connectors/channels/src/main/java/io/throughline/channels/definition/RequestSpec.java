package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a polling channel asks for. Texts may hold {@code ${config.NAME}} and {@code
 * ${secret.NAME}}, and {@code ${page}} where pages are numbered; see {@link Placeholders}.
 *
 * @param url of one page
 * @param query parameters added to the URL
 * @param headers sent along
 * @param interval between two rounds over all pages
 * @param pages how many pages a round has at most; 1 when they are not numbered
 * @param firstPage number of the first page
 * @param stopAfterEmptyPages empty pages in a row after which a round ends; feeds are known to have
 *     an empty page in their middle
 * @param timeout for one request
 */
public record RequestSpec(
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        Duration interval,
        int pages,
        int firstPage,
        int stopAfterEmptyPages,
        Duration timeout)
        implements Serializable {

    public RequestSpec {
        query = new TreeMap<>(query);
        headers = new TreeMap<>(headers);
    }
}
