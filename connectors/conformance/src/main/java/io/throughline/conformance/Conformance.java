package io.throughline.conformance;

import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.KitSettings;
import io.throughline.conformance.bench.Verdict.Failed;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import java.util.ArrayList;
import java.util.List;

/**
 * The kit: every check on one channel. A check never throws over the channel: what a channel throws
 * is a failure of that check, and the others still run.
 */
public final class Conformance {

    private final Workbench bench;

    private Conformance(Workbench bench) {
        this.bench = bench;
    }

    /** The kit with all it has. */
    public static Conformance of(ChannelUnderTest channel) {
        return of(channel, KitSettings.FULL);
    }

    /** The kit, trying as much as the settings say. */
    public static Conformance of(ChannelUnderTest channel, KitSettings settings) {
        return new Conformance(new Workbench(channel, settings));
    }

    /** Runs every check, in order. */
    public List<CheckResult> run() throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : Check.values()) {
            results.add(run(check));
        }
        return results;
    }

    /** Runs one check. */
    public CheckResult run(Check check) throws InterruptedException {
        try {
            return new CheckResult(check, check.on(bench));
        } catch (RuntimeException e) {
            return new CheckResult(
                    check,
                    new Failed(
                            "the check could not be ended: "
                                    + e
                                    + at(e)
                                    + ". A mapper or fetcher must not throw over what a source"
                                    + " sends"));
        }
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    /**
     * The lines that the fixtures' golden files should hold, in the order of the fixtures: what
     * {@code --generate} writes.
     */
    public List<Fixture> golden() {
        return bench.channel().fixtures().stream()
                .map(
                        fixture ->
                                fixture.withGolden(
                                        bench.outcomes(fixture).stream()
                                                .map(OutcomeLine::of)
                                                .toList()))
                .toList();
    }
}
