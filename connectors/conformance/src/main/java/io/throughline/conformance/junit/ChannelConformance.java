package io.throughline.conformance.junit;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.conformance.Check;
import io.throughline.conformance.Conformance;
import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.channel.ChannelUnderTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The kit as tests of one channel: extend it and say which channel. Each check is a test by its
 * name; one that has nothing to do with the channel is skipped with the reason.
 */
public abstract class ChannelConformance {

    /** The channel. Its fixtures are on the class path, in {@code channels/ID/fixtures}. */
    protected abstract ChannelDefinition definition();

    /** Channel and fixtures, for those who keep them elsewhere. */
    protected ChannelUnderTest channel() throws IOException {
        return ChannelUnderTest.of(definition());
    }

    /** How much is tried. */
    protected KitSettings settings() {
        return KitSettings.FULL;
    }

    /** The checks. */
    @TestFactory
    Stream<DynamicTest> conformance() throws IOException {
        Conformance kit = Conformance.of(channel(), settings());
        return Arrays.stream(Check.values())
                .map(
                        check ->
                                DynamicTest.dynamicTest(
                                        check.number() + " " + check.title(),
                                        () -> judge(kit.run(check).verdict())));
    }

    private static void judge(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            Assertions.fail(failed.message());
        } else if (verdict instanceof Verdict.NotApplicable without) {
            Assumptions.abort(without.why());
        }
    }
}
