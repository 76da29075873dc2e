package io.throughline.conformance.bench;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileOrigin;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.specimen.Documents;
import io.throughline.conformance.specimen.Specimen;
import io.throughline.conformance.specimen.Specimens;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The channel under test with the product's own parser, and short ways to use it. */
public final class Workbench {

    /** Golden files hold keys of authors, so this never changes. */
    private static final AuthorKeys AUTHORS =
            new AuthorKeys("a secret of tests".getBytes(StandardCharsets.UTF_8));

    private final ChannelUnderTest channel;
    private final KitSettings settings;
    private final ObservationTimes observed;
    private final ChannelParser parser;
    private final Documents documents;
    private List<Specimen> upserts;
    private List<Specimen> deletes;

    public Workbench(ChannelUnderTest channel, KitSettings settings) {
        this.channel = channel;
        this.settings = settings;
        this.observed = new ObservationTimes(channel);
        this.parser = newParser();
        this.documents = new Documents(channel.definition());
    }

    public ChannelUnderTest channel() {
        return channel;
    }

    public ChannelDefinition definition() {
        return channel.definition();
    }

    public KitSettings settings() {
        return settings;
    }

    /** When a fixture counts as observed. */
    public Instant observedAt(Fixture fixture) {
        return observed.of(fixture);
    }

    /** As after a restart. */
    public ChannelParser newParser() {
        return new ChannelParser(channel.definition(), AUTHORS);
    }

    public ChannelParser parser() {
        return parser;
    }

    /** Takes envelopes apart. */
    public Documents documents() {
        return documents;
    }

    /** Some records of the fixtures that become feedback, of every shape there is. */
    public synchronized List<Specimen> specimens() {
        upserts = upserts == null ? specimens(Operation.UPSERT) : upserts;
        return upserts;
    }

    /** Some records of the fixtures that take feedback back. */
    public synchronized List<Specimen> deletes() {
        deletes = deletes == null ? specimens(Operation.DELETE) : deletes;
        return deletes;
    }

    private List<Specimen> specimens(Operation operation) {
        return Specimens.of(
                channel.fixtures(),
                fixture -> envelopes(fixture, fixture.bytes()),
                documents,
                parser,
                operation);
    }

    /** All envelopes of all fixtures. */
    public List<RawEnvelope> envelopes() {
        return channel.fixtures().stream()
                .flatMap(fixture -> envelopes(fixture, fixture.bytes()).stream())
                .toList();
    }

    /** The same bytes seen later, and on another page where there are pages. */
    public RawEnvelope later(RawEnvelope envelope, Duration by) {
        return Sightings.later(envelope, by, definition().mode() == Mode.FILE ? 0 : 1);
    }

    /** The outcomes of a whole fixture, in their order. */
    public List<Outcome> outcomes(Fixture fixture) {
        return outcomes(fixture, fixture.bytes());
    }

    /** The outcomes of other bytes under the fixture's name. */
    public List<Outcome> outcomes(Fixture fixture, byte[] bytes) {
        return envelopes(fixture, bytes).stream()
                .flatMap(envelope -> parser.parse(envelope).stream())
                .toList();
    }

    /** The envelopes of a payload, cut as those of a file that is normalised. */
    public List<RawEnvelope> envelopes(Fixture fixture, byte[] bytes) {
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
