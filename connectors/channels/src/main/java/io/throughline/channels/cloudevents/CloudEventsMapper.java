package io.throughline.channels.cloudevents;

import io.throughline.channels.ChannelMapper;
import io.throughline.channels.MapperProvider;

/**
 * CloudEvents 1.0 over HTTP, in all three ways: structured ({@code application/cloudevents+json}),
 * a batch of such events, and binary, where the attributes are {@code ce-} headers and the body is
 * the data. A binary event is put into the structured form first, so there is one way to read them.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">the
 *     HTTP binding</a>
 */
public final class CloudEventsMapper implements MapperProvider {

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public ChannelMapper mapper(Records records) {
        ChannelMapper structured = records.each(new EventMapper());
        return (envelope, context) -> structured.map(BinaryMode.structured(envelope), context);
    }
}
