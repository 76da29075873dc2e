package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.model.Channel;
import io.throughline.model.RawEnvelope;
import io.throughline.pipeline.Samples;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ParserBookTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Looks looks = new Looks();
    private final ManualClock clock = new ManualClock();
    private final ParserBook book = new ParserBook(Samples.channels().following(looks), clock);

    @Test
    void knowsAChannelThatWasSwitchedOnBeforeItsFirstEnvelopeCame() {
        clock.now = START.plusMillis(5);
        looks.next.add(definitions("csv"));

        assertThat(book.parser(envelope("csv"), START.plusMillis(2))).isNotNull();
        assertThat(looks.count).isEqualTo(1);
    }

    @Test
    void doesNotLookForEveryEnvelopeOfAStranger() {
        clock.now = START.plusMillis(5);

        for (int i = 0; i < 10; i++) {
            assertThat(book.parser(envelope("stranger"), START.plusMillis(2))).isNull();
        }

        assertThat(looks.count).isEqualTo(1);
    }

    @Test
    void looksOnceASecondWhileEnvelopesCome() {
        for (int millis = 0; millis < 3500; millis += 100) {
            clock.now = START.plusMillis(millis);
            assertThat(book.parser(envelope("lines"), START)).isNotNull();
        }

        assertThat(looks.count).isEqualTo(3);
    }

    @Test
    void keepsTheDefinitionOfAChannelThatWent() {
        clock.now = START.plus(Duration.ofSeconds(2));
        looks.next.add(definitions("csv"));

        assertThat(book.parser(envelope("lines"), START)).isNotNull();
        assertThat(book.channel(envelope("lines"))).isEqualTo(Channel.EMAIL);
    }

    @Test
    void aConfigurationThatCannotBeReadChangesNothing() {
        clock.now = START.plus(Duration.ofSeconds(2));
        looks.broken = true;

        assertThat(book.parser(envelope("lines"), START)).isNotNull();
        assertThat(looks.count).isEqualTo(1);
    }

    /** Of a file that was changed last a year ago. */
    private static RawEnvelope envelope(String source) {
        return new RawEnvelope(
                source,
                START.minus(Duration.ofDays(365)),
                null,
                null,
                "test",
                0,
                Map.of(),
                -1,
                new byte[] {'{', '}'});
    }

    private static List<ChannelDefinition> definitions(String... ids) {
        return Arrays.stream(ids)
                .map(id -> ChannelCatalog.builtIn().find(id).orElseThrow())
                .toList();
    }

    private static final class Looks implements DefinitionWatch {

        private static final long serialVersionUID = 1L;

        private final transient Queue<List<ChannelDefinition>> next = new ArrayDeque<>();
        private int count;
        private boolean broken;

        @Override
        public Optional<List<ChannelDefinition>> changed() throws IOException {
            count++;
            if (broken) {
                throw new IOException("as the test wants");
            }
            return Optional.ofNullable(next.poll());
        }
    }

    private static final class ManualClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
