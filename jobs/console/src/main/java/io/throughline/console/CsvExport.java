package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes all that a filter finds as a table, page by page: what is in memory is one page, whatever
 * there is to write. Text is UTF-8 behind a byte order mark, without which spreadsheets take it for
 * the code page of the machine.
 */
final class CsvExport {

    /** Most rows of a table. */
    static final int MOST_ROWS = 100_000;

    /** Documents asked for at a time: a few megabytes at the most usual lengths. */
    static final int PAGE = 250;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Asking search;
    private final VerbatimFilter filter;
    private final int mostRows;

    /** Asks Elasticsearch. */
    @FunctionalInterface
    interface Asking {
        JsonNode ask(String body) throws IOException;
    }

    CsvExport(Asking search, VerbatimFilter filter, int mostRows) {
        this.search = search;
        this.filter = filter;
        this.mostRows = mostRows;
    }

    /**
     * The first page, asked for before anything is answered, so that a failure can still be said.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    Page first() throws IOException {
        return ask(null);
    }

    /**
     * Writes the whole table.
     *
     * @throws IOException when Elasticsearch fails in between; what was written is cut off then and
     *     must not end as if it were whole
     */
    void write(Page first, OutputStream out) throws IOException {
        out.write((BYTE_ORDER_MARK + CsvRow.HEADER).getBytes(StandardCharsets.UTF_8));
        long written = 0;
        for (Page page = first; ; page = ask(page.last())) {
            for (JsonNode hit : page.hits()) {
                if (written == mostRows) {
                    out.write(cutOff(first.total()).getBytes(StandardCharsets.UTF_8));
                    return;
                }
                out.write(CsvRow.of(hit.path("_source")).getBytes(StandardCharsets.UTF_8));
                written++;
            }
            if (page.hits().size() < PAGE) {
                return;
            }
            out.flush();
        }
    }

    private String cutOff(long total) {
        return CsvRow.remark(
                "These are "
                        + mostRows
                        + " of "
                        + total
                        + " rows. Narrow the filter, for example by time, to have the others.");
    }

    private Page ask(ArrayNode after) throws IOException {
        JsonNode answer = search.ask(VerbatimSearch.plain(filter, PAGE, after).toString());
        if (answer.path("timed_out").asBoolean()) {
            throw new SearchTimeoutException();
        }
        return new Page(
                answer.path("hits").path("total").path("value").asLong(),
                answer.path("hits").path("hits"));
    }

    /** What one search found. */
    record Page(long total, JsonNode hits) {

        ArrayNode last() throws IOException {
            if (hits.path(hits.size() - 1).path("sort") instanceof ArrayNode sort) {
                return sort;
            }
            throw new IOException("a hit without the values that it is sorted by");
        }
    }
}
