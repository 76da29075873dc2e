package io.throughline.conformance;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The channel under test with the product's own parser, and short ways to use it. */
final class Workbench {

    /** Golden files hold keys of authors, so this never changes. */
    private static final AuthorKeys AUTHORS =
            new AuthorKeys("a secret of tests".getBytes(StandardCharsets.UTF_8));

    private final ChannelUnderTest channel;
    private final KitSettings settings;
    private final ObservationTimes observed;
    private final ChannelParser parser;

    Workbench(ChannelUnderTest channel, KitSettings settings) {
        this.channel = channel;
        this.settings = settings;
        this.observed = new ObservationTimes(channel);
        this.parser = newParser();
    }

    ChannelUnderTest channel() {
        return channel;
    }

    ChannelDefinition definition() {
        return channel.definition();
    }

    KitSettings settings() {
        return settings;
    }

    /** When a fixture counts as observed. */
    Instant observedAt(Fixture fixture) {
        return observed.of(fixture);
    }

    /** As after a restart. */
    ChannelParser newParser() {
        return new ChannelParser(channel.definition(), AUTHORS);
    }

    ChannelParser parser() {
        return parser;
    }

    /** The outcomes of a whole fixture, in their order. */
    List<Outcome> outcomes(Fixture fixture) {
        return outcomes(fixture, fixture.bytes());
    }

    /** The outcomes of other bytes under the fixture's name. */
    List<Outcome> outcomes(Fixture fixture, byte[] bytes) {
        return envelopes(fixture, bytes).stream()
                .flatMap(envelope -> parser.parse(envelope).stream())
                .toList();
    }

    /** The envelopes of a payload, cut as those of a file that is normalised. */
    List<RawEnvelope> envelopes(Fixture fixture, byte[] bytes) {
        FileOrigin origin =
                new FileOrigin(
                        "folder/" + fixture.name(), fixture.name(), observedAt(fixture), null);
        List<RawEnvelope> all = new ArrayList<>();
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(definition(), origin, new ByteArrayInputStream(bytes), 0)) {
            for (var next = envelopes.next(); next.isPresent(); next = envelopes.next()) {
                all.add(next.get().envelope());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        return all;
    }
}
