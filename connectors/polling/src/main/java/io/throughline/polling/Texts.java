package io.throughline.polling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes and reads texts of any length, which {@code writeUTF} cannot beyond 64 KiB. */
final class Texts {

    private Texts() {}

    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text of " + length + " bytes is not all there");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
