package io.throughline.elasticsearch.bulk;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was given, and what of it was flushed. */
final class RecordingHandler implements RejectedDocumentHandler {

    record Rejection(String id, int status, String type, String reason) {}

    final List<Rejection> taken = new ArrayList<>();
    final List<Rejection> flushed = new ArrayList<>();
    boolean closed;

    @Override
    public void reject(DocumentWrite write, int status, String type, String reason) {
        taken.add(new Rejection(write.id(), status, type, reason));
    }

    @Override
    public void flush() {
        flushed.clear();
        flushed.addAll(taken);
    }

    @Override
    public void close() {
        closed = true;
    }

    List<String> ids() {
        return taken.stream().map(Rejection::id).toList();
    }
}
