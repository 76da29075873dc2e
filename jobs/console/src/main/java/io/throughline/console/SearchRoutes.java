package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.elasticsearch.client.ResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search over what customers said, and its results as a table. Few searches run at a time, so that
 * slow ones never hold all threads of the page.
 */
final class SearchRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRoutes.class);
    private static final String INDEX = "cx-feedback";
    private static final int PAGE = 30;
    private static final int SEARCHES = 4;
    private static final int EXPORTS = 2;

    private final Clock clock;
    private final Semaphore searches = new Semaphore(SEARCHES);
    private final Semaphore exports = new Semaphore(EXPORTS);
    private volatile SearchClient client;

    SearchRoutes(Clock clock) {
        this.clock = clock;
    }

    void ready(SearchClient search) {
        client = search;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/search", this::search);
        routes.get("/api/search.csv", this::table);
        routes.get("/api/feedback", this::one);
    }

    private void search(Context context) throws IOException {
        VerbatimFilter filter = VerbatimFilter.of(context.queryParamMap());
        String after = context.queryParam("after");
        String body =
                after == null || after.isEmpty()
                        ? VerbatimSearch.first(filter, PAGE).toString()
                        : VerbatimSearch.next(
                                        filter,
                                        PAGE,
                                        SearchCursor.decode(
                                                after, VerbatimSearch.cursorFields(filter.order())))
                                .toString();
        take(searches, "Several searches are running. Try again in a moment.");
        try {
            SearchAnswer answer = SearchAnswer.read(ask(body), PAGE);
            LiveJson.send(context, answer);
        } catch (IOException e) {
            throw explained(e);
        } finally {
            searches.release();
        }
    }

    /** One piece of feedback by its id, as it is now, with the words that are looked for. */
    private void one(Context context) {
        String id = context.queryParam("id");
        if (id == null || id.isBlank()) {
            throw RefusedException.badRequest("'id' names the feedback.");
        }
        try {
            String words = VerbatimFilter.of(context.queryParamMap()).words();
            LiveJson.send(
                    context,
                    SearchAnswer.whole(ask(VerbatimSearch.one(id, words).toString()))
                            .orElseThrow(
                                    () ->
                                            new RefusedException(
                                                    HttpStatus.NOT_FOUND,
                                                    "There is no feedback of that id. It may have"
                                                            + " been deleted.")));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private void table(Context context) throws IOException {
        VerbatimFilter filter = VerbatimFilter.of(context.queryParamMap());
        take(exports, "Two tables are being written already. Try again when one is done.");
        try {
            CsvExport export = new CsvExport(this::ask, filter, CsvExport.MOST_ROWS);
            CsvExport.Page first = first(export);
            String day = clock.instant().toString().substring(0, "2026-03-01".length());
            context.contentType("text/csv; charset=utf-8; header=present")
                    .header("Cache-Control", "no-store")
                    .header("X-Throughline-Total", Long.toString(first.total()))
                    .header("X-Throughline-Rows-At-Most", Integer.toString(CsvExport.MOST_ROWS))
                    .header(
                            "Content-Disposition",
                            "attachment; filename=\"throughline-feedback-" + day + ".csv\"");
            write(export, first, context);
        } finally {
            exports.release();
        }
    }

    /** A table that cannot be written to its end must not look whole: its connection breaks. */
    private static void write(CsvExport export, CsvExport.Page first, Context context)
            throws IOException {
        OutputStream out = context.outputStream();
        try {
            export.write(first, out);
        } catch (IOException e) {
            LOG.warn("A table is cut off", e);
            ServletContextRequest.getServletContextRequest(context.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
            return;
        }
        out.close();
    }

    private static CsvExport.Page first(CsvExport export) {
        try {
            return export.first();
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private JsonNode ask(String body) throws IOException {
        SearchClient known = client;
        if (known == null) {
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "Throughline is starting.");
        }
        return known.ask(INDEX, body);
    }

    private static void take(Semaphore places, String otherwise) {
        if (!places.tryAcquire()) {
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, otherwise);
        }
    }

    private static RefusedException explained(IOException problem) {
        if (problem instanceof SearchTimeoutException) {
            return new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The search took too long. Use fewer words, or a shorter time.");
        }
        LOG.warn("A search failed", problem);
        boolean refused =
                problem instanceof ResponseException response
                        && response.getResponse().getStatusLine().getStatusCode()
                                == HttpStatus.BAD_REQUEST.getCode();
        return refused
                ? RefusedException.badRequest(
                        "Elasticsearch cannot search for that. Use fewer or simpler words.")
                : new RefusedException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Elasticsearch does not answer. Try again in a moment.");
    }
}
