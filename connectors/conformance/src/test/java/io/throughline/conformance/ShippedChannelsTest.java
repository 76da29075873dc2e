package io.throughline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.channel.ChannelUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped channel passes the kit. With {@code -Dkit=full} as much is tried as by the command.
 */
class ShippedChannelsTest {

    static Stream<String> shipped() {
        return ChannelCatalog.builtIn().all().stream().map(ChannelDefinition::id);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void passes(String id) throws IOException, InterruptedException {
        boolean full = "full".equals(System.getProperty("kit"));
        Conformance kit =
                Conformance.of(
                        ChannelUnderTest.shipped(id), full ? KitSettings.FULL : KitSettings.BRIEF);

        List<CheckResult> failed = kit.run().stream().filter(CheckResult::failed).toList();

        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hasAPageOfDocumentation(String id) {
        assertThat(Path.of("../../docs/channels", id + ".md"))
                .isRegularFile()
                .content()
                .contains(id);
    }
}
