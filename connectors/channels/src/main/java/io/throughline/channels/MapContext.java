package io.throughline.channels;

import io.throughline.channels.expression.Page;
import io.throughline.model.Channel;
import java.util.Objects;

/**
 * What a mapper may know beside the bytes.
 *
 * @param source channel id, e.g. {@code app-store}
 * @param channel the channel the records belong to, unless the definition says otherwise a record
 * @param touchpoint of the definition; null when it names none
 * @param authors hashes author ids
 * @param page what the record was taken from; holds nothing where that is not known
 */
public record MapContext(
        String source, Channel channel, String touchpoint, AuthorKeys authors, Page page) {

    public MapContext {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(authors, "authors");
        Objects.requireNonNull(page, "page");
    }
}
