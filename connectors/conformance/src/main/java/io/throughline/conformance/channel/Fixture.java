package io.throughline.conformance.channel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A payload as the source sends it, made up by the channel's author.
 *
 * @param name of the file; a mapper may read a time or an id from it
 * @param bytes not copied: treat as read-only
 * @param golden the lines it should give, see {@link io.throughline.channels.OutcomeLine}; empty
 *     until they are generated
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Fixture(String name, byte[] bytes, Optional<List<String>> golden) {

    /** End of the name of a golden file: {@code page.json} gives {@code page.json.expected}. */
    public static final String EXPECTED = ".expected";

    public Fixture {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(bytes, "bytes");
        golden = golden.map(List::copyOf);
    }

    /** The same payload with other golden lines. */
    public Fixture withGolden(List<String> lines) {
        return new Fixture(name, bytes, Optional.of(lines));
    }

    /** Name and size only. */
    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
