package io.throughline.elasticsearch;

/** Elasticsearch cannot be used; the message says what to do about it. */
public final class ElasticsearchSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** Nothing answers, or not in time. */
        UNREACHABLE,
        /** It answers and is not ready to serve. */
        NOT_READY,
        /** 401 or 403. */
        REFUSED_CREDENTIALS,
        /** No trusted connection can be made. */
        TLS,
        /** Something else answers at that address. */
        NOT_ELASTICSEARCH,
        /** It refused a template or an index. */
        REFUSED_REQUEST
    }

    private final Problem problem;

    ElasticsearchSetupException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
