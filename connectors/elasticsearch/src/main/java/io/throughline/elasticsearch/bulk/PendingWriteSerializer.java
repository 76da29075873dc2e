package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.bulk.DocumentWrite.Action;
import io.throughline.model.Channel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * Writes in a checkpoint. How often a write failed is left out: a restored job gets the full time
 * again, or it could never come back after failing for having tried long enough. Texts are a length
 * (-1 for null) and UTF-8, as {@code writeUTF} takes no more than 64 kB.
 */
final class PendingWriteSerializer extends AsyncSinkWriterStateSerializer<PendingWrite> {

    private static final int VERSION = 1;
    private static final int INDEX = 0;
    private static final int DELETE = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public BufferedRequestState<PendingWrite> deserialize(int version, byte[] serialized)
            throws IOException {
        if (version != VERSION) {
            throw new IOException(
                    "version "
                            + version
                            + " of the Elasticsearch sink's state is not known, only up to "
                            + VERSION);
        }
        return super.deserialize(version, serialized);
    }

    @Override
    protected void serializeRequestToStream(PendingWrite pending, DataOutputStream out)
            throws IOException {
        DocumentWrite write = pending.write();
        out.writeByte(write.action() == Action.INDEX ? INDEX : DELETE);
        writeText(out, write.index());
        writeText(out, write.id());
        out.writeLong(write.version());
        writeBytes(out, write.document());
        writeText(out, write.feedbackId());
        writeText(out, write.source());
        writeText(out, write.channel() == null ? null : write.channel().id());
    }

    @Override
    protected PendingWrite deserializeRequestFromStream(long size, DataInputStream in)
            throws IOException {
        byte action = in.readByte();
        String index = readText(in);
        String id = readText(in);
        long version = in.readLong();
        byte[] document = readBytes(in);
        String feedbackId = readText(in);
        String source = readText(in);
        Channel channel = readChannel(in);
        return PendingWrite.of(
                new DocumentWrite(
                        index,
                        id,
                        version,
                        action == INDEX ? Action.INDEX : Action.DELETE,
                        document,
                        feedbackId,
                        source,
                        channel,
                        null));
    }

    private static Channel readChannel(DataInputStream in) throws IOException {
        String channel = readText(in);
        return channel == null
                ? null
                : Channel.of(channel)
                        .orElseThrow(() -> new IOException("no channel is called " + channel));
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(-1);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
