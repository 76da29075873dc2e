package io.throughline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.channel.ChannelUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Broken payloads of every channel end as feedback or as a typed rejection, and repeat exactly.
 * {@code -Dthroughline.mutations=10000} asks for more of each fixture.
 */
class MutationTest {

    private static final KitSettings SETTINGS =
            new KitSettings(1, Integer.getInteger("throughline.mutations", 1_000));

    static Stream<String> shipped() {
        return ChannelCatalog.builtIn().all().stream().map(ChannelDefinition::id);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedChannelsGiveTypedOutcomes(String id) throws IOException, InterruptedException {
        check(ChannelUnderTest.shipped(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey-export", "tickets"})
    void declaredChannelsGiveTypedOutcomes(String id) throws IOException, InterruptedException {
        check(ChannelUnderTest.ofFolder(Path.of("../channels/src/test/resources/channels", id)));
    }

    private static void check(ChannelUnderTest channel) throws InterruptedException {
        CheckResult result = Conformance.of(channel, SETTINGS).run(Check.FUZZ);

        assertThat(channel.fixtures()).isNotEmpty();
        assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    }
}
