package io.throughline.conformance.bench;

import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When fixtures count as observed: fixed, so that golden files stay what they are, and not before
 * the records, which would be refused as lying ahead. So a golden file says itself when its fixture
 * was observed, and a fixture without one was observed today.
 */
final class ObservationTimes {

    private static final Pattern OBSERVED = Pattern.compile("\"observedAt\":\"([^\"]+)\"");

    private final ChannelUnderTest channel;
    private final Instant otherwise;

    ObservationTimes(ChannelUnderTest channel) {
        this(channel, Clock.systemUTC());
    }

    ObservationTimes(ChannelUnderTest channel, Clock clock) {
        this.channel = channel;
        this.otherwise =
                channel.fixtures().stream()
                        .flatMap(fixture -> of(fixture.golden()).stream())
                        .max(Comparator.naturalOrder())
                        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    /** The time of a fixture. */
    Instant of(Fixture fixture) {
        if (channel.notes().observedAt().isPresent()) {
            return channel.notes().observedAt().get();
        }
        return of(fixture.golden()).orElse(otherwise);
    }

    private static Optional<Instant> of(Optional<List<String>> golden) {
        return golden.stream()
                .flatMap(List::stream)
                .map(OBSERVED::matcher)
                .filter(Matcher::find)
                .flatMap(found -> parsed(found.group(1)).stream())
                .findFirst();
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
