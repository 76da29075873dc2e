package io.throughline.conformance.parsing;

import io.throughline.channels.OutcomeLine;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Verdict.Failed;
import io.throughline.conformance.bench.Verdict.Passed;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import java.util.ArrayList;
import java.util.List;

/** Every fixture gives, line by line, what its golden file says. */
public final class GoldenCheck implements ChannelCheck {

    @Override
    public Verdict check(Workbench bench) {
        List<String> problems = new ArrayList<>();
        int lines = 0;
        for (Fixture fixture : bench.channel().fixtures()) {
            List<String> got = bench.outcomes(fixture).stream().map(OutcomeLine::of).toList();
            lines += got.size();
            if (fixture.golden().isEmpty()) {
                problems.add(
                        fixture.name()
                                + " has no golden file: read what it gives, then write it with"
                                + " --generate");
            } else if (!fixture.golden().get().equals(got)) {
                problems.add(
                        fixture.name()
                                + " gives something else than "
                                + fixture.name()
                                + Fixture.EXPECTED
                                + " (- expected, + got):\n"
                                + LineDiff.of(fixture.golden().get(), got));
            }
        }
        if (bench.channel().fixtures().isEmpty()) {
            return new Failed(
                    "there are no fixtures: put at least one payload, as the source sends it, into "
                            + ChannelUnderTest.FIXTURES
                            + "/ beside the definition");
        }
        if (!problems.isEmpty()) {
            return new Failed(String.join("\n", problems));
        }
        return new Passed(bench.channel().fixtures().size() + " fixtures, " + lines + " lines");
    }
}
