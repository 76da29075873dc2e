package io.throughline.pipeline.tagging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A sink as a transactional topic is one: lines are seen when the checkpoint after them is
 * complete, and a transaction that is committed again is still one. For jobs in this JVM.
 */
final class CommittedOutput implements Sink<String>, SupportsCommitter<String> {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Map<String, String>> TRANSACTIONS = new ConcurrentHashMap<>();

    private final String name;

    CommittedOutput(String name) {
        this.name = name;
        TRANSACTIONS.put(name, new ConcurrentHashMap<>());
    }

    /** Every line of every committed transaction, in no particular order. */
    List<String> lines() {
        return TRANSACTIONS.get(name).values().stream().flatMap(String::lines).sorted().toList();
    }

    @Override
    public CommittingSinkWriter<String, String> createWriter(WriterInitContext context) {
        return new Writer();
    }

    @Override
    public Committer<String> createCommitter(CommitterInitContext context) {
        return new OnCommit(TRANSACTIONS.get(name));
    }

    @Override
    public SimpleVersionedSerializer<String> getCommittableSerializer() {
        return new Text();
    }

    /** The transaction is its id, a line break, and its lines. */
    private static final class Writer implements CommittingSinkWriter<String, String> {

        private final List<String> open = new ArrayList<>();

        @Override
        public void write(String line, Context context) {
            open.add(line);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public Collection<String> prepareCommit() {
            if (open.isEmpty()) {
                return List.of();
            }
            String transaction = UUID.randomUUID() + "\n" + String.join("\n", open);
            open.clear();
            return List.of(transaction);
        }

        @Override
        public void close() {}
    }

    private record OnCommit(Map<String, String> transactions) implements Committer<String> {

        @Override
        public void commit(Collection<CommitRequest<String>> requests) {
            for (CommitRequest<String> request : requests) {
                String[] parts = request.getCommittable().split("\n", 2);
                transactions.put(parts[0], parts[1]);
            }
        }

        @Override
        public void close() {}
    }

    private static final class Text implements SimpleVersionedSerializer<String> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String deserialize(int version, byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
