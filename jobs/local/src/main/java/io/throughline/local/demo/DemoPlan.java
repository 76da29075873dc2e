package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.CallFile;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.wire.Webhook;
import io.throughline.model.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything the demo's history sends, byte for byte, and what must come of it.
 *
 * @param reviews entries of the review feed, newest first
 * @param webhooks in the order in which they are sent
 * @param calls in the order in which they turn up
 * @param events of the social stream in their order
 * @param labels what is live at the end and what it was written to express
 * @param secrets personal data in the texts, none of which may show up in an index
 * @param expectations by channel, after everything was delivered once
 */
public record DemoPlan(
        DemoOptions options,
        List<ObjectNode> reviews,
        List<Webhook> webhooks,
        List<CallFile> calls,
        List<StreamEvent> events,
        List<DemoLabel> labels,
        Set<String> secrets,
        Map<Channel, Expectation> expectations) {

    public DemoPlan {
        reviews = List.copyOf(reviews);
        webhooks = List.copyOf(webhooks);
        calls = List.copyOf(calls);
        events = List.copyOf(events);
        labels = List.copyOf(labels);
        secrets = Set.copyOf(secrets);
        expectations = Map.copyOf(expectations);
    }
}
