package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.util.List;

/**
 * A channel as its {@code channel.yaml} describes it: identity, way in, and how a record becomes a
 * feedback. Serializable, because a job carries the definitions it was started with.
 *
 * @param id channel id, e.g. {@code app-store}: the {@code source} of every feedback
 * @param channel which channel a record belongs to
 * @param touchpoint of every record; null when there is none
 * @param mode how the bytes get in
 * @param limits what a record may cost
 * @param mapper name of a mapper written in Java; null when {@link #map} is there
 * @param map declarative mapping; null when {@link #mapper} is there
 * @param records paths of the records inside a document; empty when each document or line is one
 * @param drop records left out on purpose, first match wins
 * @param request for {@link Mode#POLL}, null when there is a {@link #fetcher}; else null
 * @param stream for {@link Mode#STREAM}, null when there is a {@link #fetcher}; else null
 * @param verify for {@link Mode#PUSH}, null when senders need not prove themselves; else null
 * @param file how files of this channel are written: any channel can be read from a file
 * @param reconcile what is polled beside {@link Mode#PUSH}, to find what never arrived; null when
 *     nothing is
 * @param fetcher written in Java, instead of {@link #request} or {@link #stream}; null when there
 *     is none
 * @param requestHeaders of {@link Mode#PUSH}: headers of the request that go into the envelope, in
 *     lower case; one that ends in {@code *} stands for all that begin so
 */
public record ChannelDefinition(
        String id,
        ChannelRule channel,
        Expression touchpoint,
        Mode mode,
        Limits limits,
        String mapper,
        FieldMap map,
        List<Expression> records,
        List<DropRule> drop,
        RequestSpec request,
        StreamSpec stream,
        VerifySpec verify,
        FileSpec file,
        RequestSpec reconcile,
        FetcherSpec fetcher,
        List<String> requestHeaders)
        implements Serializable {

    /** The only version there is. */
    public static final String API_VERSION = "throughline/v1";

    public ChannelDefinition {
        records = List.copyOf(records);
        drop = List.copyOf(drop);
        requestHeaders = List.copyOf(requestHeaders);
        if ((mapper == null) == (map == null)) {
            throw new IllegalArgumentException("a channel has either a mapper or a map");
        }
    }
}
