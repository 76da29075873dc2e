package io.throughline.channels.definition;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * How the files of a channel are written.
 *
 * @param format told by name and content when {@link Format#AUTO}
 * @param delimiter of CSV; null when the header row tells ({@code , ; |} or a tab)
 * @param encoding IANA name of a character set in which a line break is the byte 0x0A
 */
public record FileSpec(Format format, Character delimiter, String encoding)
        implements Serializable {

    /** Shape of a file. */
    public enum Format {
        AUTO,
        CSV,
        JSONL
    }

    /** Told by content, UTF-8. */
    public static final FileSpec DEFAULT = new FileSpec(Format.AUTO, null, "UTF-8");

    /** The character set. */
    public Charset charset() {
        return Charset.forName(encoding);
    }
}
