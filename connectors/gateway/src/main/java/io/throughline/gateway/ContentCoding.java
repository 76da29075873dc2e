package io.throughline.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * How a body is compressed (RFC 9110, section 8.4.1).
 *
 * <p>A few kilobytes can stand for gigabytes. So a body is inflated twice: first only counted, up
 * to the limit, and then into an array of exactly its size. A bomb thus costs a scratch buffer, and
 * an honest body no more memory than its two forms.
 */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream inflate(byte[] wire) {
            return new ByteArrayInputStream(wire);
        }
    },
    GZIP {
        @Override
        InputStream inflate(byte[] wire) throws IOException {
            return new GZIPInputStream(new ByteArrayInputStream(wire), SCRATCH);
        }
    },
    /** In the zlib format, or without it, as some senders have it. */
    DEFLATE {
        @Override
        InputStream inflate(byte[] wire) {
            boolean zlib =
                    wire.length > 1
                            && (wire[0] & 0x0f) == 8
                            && (((wire[0] & 0xff) << 8) | (wire[1] & 0xff)) % 31 == 0;
            return new InflaterInputStream(
                    new ByteArrayInputStream(wire), new Inflater(!zlib), SCRATCH);
        }
    };

    private static final int SCRATCH = 8192;

    /**
     * The coding that the headers name.
     *
     * @throws Refusal when it is not known, or there are several one in another
     */
    static ContentCoding of(List<String> headers) throws Refusal {
        if (headers.size() > 1) {
            throw new Refusal(Refusal.UNSUPPORTED_ENCODING);
        }
        String name = headers.isEmpty() ? "" : headers.get(0).strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default -> throw new Refusal(Refusal.UNSUPPORTED_ENCODING);
        };
    }

    abstract InputStream inflate(byte[] wire) throws IOException;

    /**
     * The body that the bytes stand for.
     *
     * @param most bytes that it may have
     * @param place must have room for it
     * @throws Refusal when it is larger, finds no room, or is broken
     */
    byte[] decode(byte[] wire, int most, Places.Place place) throws Refusal {
        if (this == IDENTITY) {
            return wire;
        }
        try {
            int size = count(wire, most);
            if (!place.grow(size)) {
                throw new Refusal(Refusal.TOO_MANY);
            }
            try (InputStream in = inflate(wire)) {
                byte[] body = new byte[size];
                in.readNBytes(body, 0, size);
                return body;
            }
        } catch (IOException e) {
            throw new Refusal(Refusal.BAD_REQUEST);
        }
    }

    private int count(byte[] wire, int most) throws IOException, Refusal {
        byte[] scratch = new byte[SCRATCH];
        int size = 0;
        try (InputStream in = inflate(wire)) {
            for (int read = in.read(scratch); read >= 0; read = in.read(scratch)) {
                if (read > most - size) {
                    throw new Refusal(Refusal.TOO_LARGE);
                }
                size += read;
            }
        }
        return size;
    }
}
