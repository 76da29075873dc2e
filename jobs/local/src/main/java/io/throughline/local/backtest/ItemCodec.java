package io.throughline.local.backtest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An item as bytes, while a history is sorted. */
final class ItemCodec {

    private ItemCodec() {}

    static byte[] encode(HistoryItem item) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, item.id());
            out.writeLong(item.occurredAt().getEpochSecond());
            out.writeInt(item.occurredAt().getNano());
            text(out, item.stage());
            text(out, item.channel());
            out.writeByte(item.label());
            out.writeInt((int) item.scoreMicros());
            text(out, item.author());
            out.writeInt(item.journeyVersion());
            text(out, item.model());
            text(out, item.language());
            out.writeByte(item.rating());
            text(out, item.text());
            text(out, item.url());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static HistoryItem decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new HistoryItem(
                    text(in),
                    Instant.ofEpochSecond(in.readLong(), in.readInt()),
                    text(in),
                    text(in),
                    in.readByte(),
                    in.readInt(),
                    text(in),
                    in.readInt(),
                    text(in),
                    text(in),
                    in.readByte(),
                    text(in),
                    text(in));
        } catch (IOException e) {
            throw new UncheckedIOException("an item of a history cannot be read back", e);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
