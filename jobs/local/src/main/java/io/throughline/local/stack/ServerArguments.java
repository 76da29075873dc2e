package io.throughline.local.stack;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What Elasticsearch's own command line hands to the server process over its standard input:
 * settings, folders and an empty keystore.
 *
 * <p>Started this way the server has no second JVM beside it, and it does what the command line
 * relies on: it stops in good order at {@link #STOP}, and when the stream ends.
 *
 * <p>Wire format: {@code org.elasticsearch.bootstrap.ServerArgs.writeTo} of 8.19, in the encoding
 * of {@code StreamOutput}: booleans one byte, lengths as variable-length integers of 7-bit groups,
 * strings as their number of UTF-16 units followed by one to three bytes for each.
 */
final class ServerArguments {

    /** The byte that asks the running server to stop. */
    static final int STOP = 0x1B;

    private static final String KEYSTORE = "org.elasticsearch.common.settings.KeyStoreWrapper";
    private static final int KEYSTORE_VERSION = 7;
    private static final int GENERIC_STRING = 0;

    private ServerArguments() {}

    static byte[] encode(Map<String, String> settings, Path configuration, Path logs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(false); // stay in the foreground
            out.writeBoolean(true); // quiet: no log on the console
            out.writeBoolean(false); // no pid file
            writeEmptyKeystore(out);
            writeLength(out, settings.size());
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                writeString(out, setting.getKey());
                out.writeByte(GENERIC_STRING);
                writeString(out, setting.getValue());
            }
            writeString(out, configuration.toString());
            writeString(out, logs.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeEmptyKeystore(DataOutputStream out) throws IOException {
        writeString(out, KEYSTORE);
        out.writeInt(KEYSTORE_VERSION);
        out.writeBoolean(false); // no password
        out.writeBoolean(false); // no encrypted bytes
        writeLength(out, 0); // no entries
        out.writeBoolean(false); // not closed
    }

    private static void writeString(DataOutputStream out, String text) throws IOException {
        writeLength(out, text.length());
        for (int i = 0; i < text.length(); i++) {
            int unit = text.charAt(i);
            if (unit <= 0x7F) {
                out.writeByte(unit);
            } else if (unit <= 0x7FF) {
                out.writeByte(0xC0 | unit >> 6);
                out.writeByte(0x80 | unit & 0x3F);
            } else {
                out.writeByte(0xE0 | unit >> 12);
                out.writeByte(0x80 | unit >> 6 & 0x3F);
                out.writeByte(0x80 | unit & 0x3F);
            }
        }
    }

    private static void writeLength(DataOutputStream out, int length) throws IOException {
        int rest = length;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
