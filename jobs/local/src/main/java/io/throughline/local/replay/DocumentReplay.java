package io.throughline.local.replay;

import io.throughline.document.DeadLetterDocument;
import io.throughline.document.FeedbackDocument;
import io.throughline.elasticsearch.bulk.BulkBatch;
import io.throughline.elasticsearch.bulk.BulkSinkException;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.model.DeadLetter;
import io.throughline.model.Operation;
import io.throughline.model.Replay;
import io.throughline.model.TaggedFeedback;
import java.io.IOException;
import java.util.List;

/**
 * Writes documents that Elasticsearch refused once more. Of a feedback it is the document of its
 * last line in {@code feedback.tagged}, not the one that was refused: Elasticsearch forgets deletes
 * after a minute, so that a refused document of what was deleted since would come back for good.
 */
final class DocumentReplay {

    private static final String ORIGIN = "elasticsearch:";

    private final BulkBatch documents;

    DocumentReplay(BulkBatch documents) {
        this.documents = documents;
    }

    /**
     * Writes the document of a letter.
     *
     * @param whole with its bytes
     * @param line the last one of its feedback; null when there is none
     * @param replay that is on its way
     * @return the letter as it stands now
     * @throws IOException when Elasticsearch does not answer
     */
    DeadLetter replay(DeadLetter whole, TaggedFeedback line, Replay replay) throws IOException {
        boolean deleted = line != null && line.feedback().operation() == Operation.DELETE;
        DeadLetter end;
        try {
            int unused = documents.write(List.of(line == null ? refused(whole) : document(line)));
            end =
                    whole.bare()
                            .with(
                                    replay.ended(
                                            deleted
                                                    ? Replay.Outcome.DELETED
                                                    : Replay.Outcome.INDEXED));
        } catch (BulkSinkException e) {
            end = whole.with(replay.ended(Replay.Outcome.FAILED));
        }
        int unused =
                documents.write(
                        List.of(
                                DocumentWrite.index(
                                        DeadLetterDocument.INDEX,
                                        DeadLetterDocument.id(end),
                                        DeadLetterDocument.version(end),
                                        DeadLetterDocument.encode(end))));
        return end;
    }

    private static DocumentWrite document(TaggedFeedback line) {
        String index = FeedbackDocument.index(line);
        String id = FeedbackDocument.id(line);
        long version = FeedbackDocument.version(line);
        return line.feedback().operation() == Operation.DELETE
                ? DocumentWrite.delete(index, id, version)
                : DocumentWrite.index(index, id, version, FeedbackDocument.encode(line));
    }

    /** As it was refused; its place and version are the origin and position of the letter. */
    private static DocumentWrite refused(DeadLetter letter) {
        String place = letter.provenance().origin().substring(ORIGIN.length());
        int slash = place.indexOf('/');
        return DocumentWrite.index(
                place.substring(0, slash),
                place.substring(slash + 1),
                letter.provenance().position(),
                letter.payload());
    }
}
