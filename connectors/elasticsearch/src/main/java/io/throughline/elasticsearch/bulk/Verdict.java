package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.bulk.DocumentWrite.Action;

/**
 * Elasticsearch's answer on one write, sorted by its HTTP status.
 *
 * @param status HTTP status, 0 when there was no reply
 * @param type kind of error as Elasticsearch names it, or the kind of broken connection; null when
 *     all is well
 * @param reason for people; null when all is well
 */
record Verdict(Outcome outcome, int status, String type, String reason) {

    static final Verdict WRITTEN = new Verdict(Outcome.WRITTEN, 200, null, null);

    private static final String VERSION_CONFLICT = "version_conflict_engine_exception";
    private static final String INDEX_MISSING = "index_not_found_exception";

    /**
     * The verdict on an item of a bulk reply. A 404 without an error is a delete that found
     * nothing. A missing index says nothing about the document: the templates are not there yet. A
     * delete waits for them too, since a put of the same document may be waiting and would outlive
     * it; with them it makes the index and finds nothing. A version conflict is never a loss,
     * because every write carries an external version.
     *
     * @param type null when the item has no error
     */
    static Verdict ofItem(Action action, int status, String type, String reason) {
        Outcome outcome;
        if (status >= 200 && status < 300) {
            return WRITTEN;
        } else if (status == 409 && VERSION_CONFLICT.equals(type)) {
            outcome = Outcome.UNCHANGED;
        } else if (status == 404 && type == null && action == Action.DELETE) {
            outcome = Outcome.WRITTEN;
        } else if (status == 401 || status == 403) {
            outcome = Outcome.FATAL;
        } else if (passes(status) || indexMissing(status, type)) {
            outcome = Outcome.RETRY;
        } else {
            outcome = Outcome.REJECTED;
        }
        return new Verdict(outcome, status, type, Reasons.withoutValues(reason));
    }

    /** The verdict on every write of a request that got no usable reply. */
    static Verdict broken(String type, String reason) {
        return new Verdict(Outcome.RETRY, 0, type, reason);
    }

    /**
     * Whether a status tells of a passing state of the server. All 5xx are: a server's failure says
     * nothing about the document, and one that lasts fails the job in the end.
     */
    static boolean passes(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static boolean indexMissing(int status, String type) {
        return status == 404 && INDEX_MISSING.equals(type);
    }

    /** Names the kind of failure for a log line or an exception, and what ends it if we know. */
    String describe() {
        String code = status == 0 ? "no reply" : "status " + status;
        return code
                + (type == null ? "" : ", " + type)
                + (reason == null ? "" : ": " + reason)
                + (indexMissing(status, type)
                        ? "; run ./throughline provision, which makes it or lets it be made"
                        : "");
    }
}
