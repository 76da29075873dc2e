package io.throughline.elasticsearch.bulk;

/**
 * Makes Elasticsearch's reasons fit for logs and dead letters. Some quote the document: the value
 * that could not be parsed, or the bytes of a term that is too long, at the end of the sentence.
 */
final class Reasons {

    private static final int LONGEST = 500;
    private static final String[] QUOTES = {
        "Preview of field's value", "The prefix of the first immense term"
    };

    private Reasons() {}

    /** The reason up to where it starts to quote the document, at most 500 characters. */
    static String withoutValues(String reason) {
        if (reason == null) {
            return null;
        }
        int end = Math.min(reason.length(), LONGEST);
        for (String quote : QUOTES) {
            int start = reason.indexOf(quote);
            if (start >= 0) {
                end = Math.min(end, start);
            }
        }
        return reason.substring(0, end).strip();
    }
}
