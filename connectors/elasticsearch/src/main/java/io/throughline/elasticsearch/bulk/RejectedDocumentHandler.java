package io.throughline.elasticsearch.bulk;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Takes the documents that Elasticsearch will never accept, typically by writing dead letters. A
 * Flink sink has no side output, so the sink calls this instead; it is called by the task's thread
 * only. After a failure the same document may be rejected again, so what is written must have a
 * deterministic id.
 */
public interface RejectedDocumentHandler extends AutoCloseable {

    /** Type given to a write that is larger than the sink takes; it was never sent. */
    String TOO_LARGE = "document_too_large";

    /** Type given to a write with an id that Elasticsearch cannot hold; it was never sent. */
    String INVALID_ID = "invalid_id";

    /**
     * Takes one rejected write; may be asynchronous until {@link #flush}.
     *
     * @param status HTTP status of the item, e.g. 400; 413 for a write that was too large to send
     * @param type kind of error as Elasticsearch names it, e.g. {@code document_parsing_exception}
     * @param reason for people; stripped of field values, at most 500 characters
     * @throws IOException when it cannot be taken, which fails the job
     */
    void reject(DocumentWrite write, int status, String type, String reason)
            throws IOException, InterruptedException;

    /**
     * Returns when every write taken so far is safe; called before each checkpoint and at the end
     * of input.
     *
     * @throws IOException when one is not safe, which fails the job
     */
    void flush() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** Makes the handler of one subtask; it travels inside the job graph. */
    @FunctionalInterface
    interface Factory extends Serializable {

        /** Called once when the writer starts. */
        RejectedDocumentHandler open(WriterInitContext context) throws IOException;
    }
}
