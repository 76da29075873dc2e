package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.model.Channel;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class PendingWriteSerializerTest {

    private static final String FIRST_RELEASE =
            "ffffffffffffffff000000010000000000000052000000000763782d74657374"
                    + "00000001610000000000000007000000027b7d000000077765623a743a310000"
                    + "000874797065666f726d00000003776562";

    private final PendingWriteSerializer serializer = new PendingWriteSerializer();

    @Test
    void keepsEveryFieldOfAWrite() throws Exception {
        DocumentWrite full =
                Writes.put("a", Long.MAX_VALUE).about("mobile:x:1", "app-store", Channel.MOBILE);
        DocumentWrite bare = DocumentWrite.delete("cx-ärger", "😀", 0);

        assertThat(restored(full, bare)).containsExactly(full, bare);
    }

    @Test
    void takesTextsLongerThanWriteUtfWould() throws Exception {
        DocumentWrite write = Writes.put("a").about("x".repeat(70_000), "s", null);

        assertThat(restored(write)).containsExactly(write);
    }

    @Test
    void startsTheClockOfFailuresAnew() throws Exception {
        PendingWrite failed = PendingWrite.of(Writes.put("a")).failedAt(1).failedAt(2);
        PendingWrite restored =
                serializer
                        .deserialize(1, serializer.serialize(state(failed)))
                        .getBufferedRequestEntries()
                        .get(0)
                        .getRequestEntry();

        assertThat(restored.attempts()).isZero();
        assertThat(restored.actionLine()).isEqualTo(failed.actionLine());
    }

    @Test
    void readsStateOfTheFirstRelease() throws Exception {
        byte[] released = HexFormat.of().parseHex(FIRST_RELEASE);
        DocumentWrite write =
                DocumentWrite.index("cx-test", "a", 7, Writes.json("{}"))
                        .about("web:t:1", "typeform", Channel.WEB);

        assertThat(writes(serializer.deserialize(1, released))).containsExactly(write);
        assertThat(serializer.serialize(state(PendingWrite.of(write)))).isEqualTo(released);
    }

    @Test
    void refusesStateOfALaterRelease() throws Exception {
        byte[] bytes = serializer.serialize(state());

        assertThat(serializer.getVersion()).isEqualTo(1);
        assertThatThrownBy(() -> serializer.deserialize(2, bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    private List<DocumentWrite> restored(DocumentWrite... writes) throws IOException {
        PendingWrite[] pending =
                Stream.of(writes).map(PendingWrite::of).toArray(PendingWrite[]::new);
        return writes(serializer.deserialize(1, serializer.serialize(state(pending))));
    }

    private static BufferedRequestState<PendingWrite> state(PendingWrite... writes) {
        return new BufferedRequestState<>(
                Stream.of(writes).map(w -> new RequestEntryWrapper<>(w, w.size())).toList());
    }

    private static List<DocumentWrite> writes(BufferedRequestState<PendingWrite> state) {
        return state.getBufferedRequestEntries().stream()
                .map(entry -> entry.getRequestEntry().write())
                .toList();
    }
}
