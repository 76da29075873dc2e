package io.throughline.pipeline.tagging;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.model.Channel;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parsers of all channels, as the configuration changes. A definition that went is kept: the
 * topic may hold what it brought.
 *
 * <p>The configuration is looked at once a second while envelopes come, and at once for an envelope
 * of an unknown channel that the log took in after the last look: whoever fetched it knew the
 * channel, so it is in the file by now.
 */
final class ParserBook {

    private static final Logger LOG = LoggerFactory.getLogger(ParserBook.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private final ChannelSettings settings;
    private final Clock clock;
    private final Map<String, ChannelParser> parsers = new HashMap<>();
    private final Map<String, Channel> channels = new HashMap<>();
    private Instant looked;

    ParserBook(ChannelSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.looked = clock.instant();
        take(settings.definitions());
    }

    private void take(List<ChannelDefinition> definitions) {
        for (ChannelDefinition definition : definitions) {
            parsers.put(definition.id(), new ChannelParser(definition, settings.authors()));
            channels.put(definition.id(), definition.channel().otherwise());
        }
    }

    /**
     * The parser of an envelope's channel; null when there is no such channel.
     *
     * @param appendedAt by the log's clock; a file was observed when it was changed last, long ago
     */
    ChannelParser parser(RawEnvelope envelope, Instant appendedAt) {
        if (settings.watch() != null) {
            Instant now = clock.instant();
            boolean unknown = !parsers.containsKey(envelope.source());
            if (Duration.between(looked, now).compareTo(LOOK_INTERVAL) >= 0
                    || unknown && !appendedAt.isBefore(looked)) {
                looked = now;
                look();
            }
        }
        return parsers.get(envelope.source());
    }

    /** The kind of channel that an envelope is from, where its definition says so. */
    Channel channel(RawEnvelope envelope) {
        return channels.getOrDefault(envelope.source(), Channel.OTHER);
    }

    private void look() {
        try {
            settings.watch().changed().ifPresent(this::take);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The configuration cannot be used, the last good one stays in force: {}",
                    e.getMessage());
        }
    }
}
