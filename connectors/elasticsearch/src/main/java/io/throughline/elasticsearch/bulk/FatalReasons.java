package io.throughline.elasticsearch.bulk;

/** Says what to do about a verdict that stops the job. */
final class FatalReasons {

    private FatalReasons() {}

    static String explain(Verdict verdict) {
        String what =
                switch (verdict.status()) {
                    case 0 ->
                            "No trusted connection to Elasticsearch can be made; check the scheme of"
                                    + " the hosts and the CA certificate";
                    case 401 ->
                            "Elasticsearch does not know these credentials; check the API key or the"
                                    + " user and password";
                    case 403 ->
                            "Elasticsearch forbids these credentials to write; check that they have"
                                    + " the index privileges index, delete and auto_configure, and"
                                    + " that the index is not blocked for writing";
                    default ->
                            "What answers is no Elasticsearch that takes bulk requests; check the"
                                    + " hosts";
                };
        return what + " (" + verdict.describe() + ")";
    }
}
