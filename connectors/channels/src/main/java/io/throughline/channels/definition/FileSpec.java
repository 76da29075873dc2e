package io.throughline.channels.definition;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * How the payloads of a channel are written, be they files or bodies.
 *
 * @param format told by name and content when {@link Format#AUTO}
 * @param delimiter of CSV; null when the header row tells ({@code , ; |} or a tab)
 * @param encoding IANA name of a character set in which a line break is the byte 0x0A
 * @param headerRows rows of CSV before the first record, at least 1; the first names the columns
 */
public record FileSpec(Format format, Character delimiter, String encoding, int headerRows)
        implements Serializable {

    /** Most header rows a definition may name. */
    public static final int MOST_HEADER_ROWS = 10;

    /** Notation of a payload. */
    public enum Format {
        /** Told by name and content. */
        AUTO,
        /** One JSON document. */
        JSON,
        /** A JSON document a line. */
        JSONL,
        /** A record a row, with header rows. */
        CSV,
        /** {@code application/x-www-form-urlencoded}, a record a line. */
        FORM,
        /** The whole is one record with the fields {@code text} and {@code fileName}. */
        TEXT,
        /** The whole is one message (RFC 5322), for a mapper that reads bytes. */
        MAIL;

        /** The name in a definition, lower case. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether one payload may hold records one after the other, each readable by itself. */
        public boolean isOfLines() {
            return this == JSONL || this == CSV || this == FORM;
        }
    }

    /** Told by content, UTF-8. */
    public static final FileSpec DEFAULT = new FileSpec(Format.AUTO, null, "UTF-8", 1);

    public FileSpec {
        if (headerRows < 1 || headerRows > MOST_HEADER_ROWS) {
            throw new IllegalArgumentException("there are 1 to " + MOST_HEADER_ROWS + " rows");
        }
    }

    /** The character set. */
    public Charset charset() {
        return Charset.forName(encoding);
    }
}
