package io.throughline.conformance.parsing;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.conformance.bench.ChannelCheck;
import io.throughline.conformance.bench.Verdict;
import io.throughline.conformance.bench.Verdict.Failed;
import io.throughline.conformance.bench.Verdict.NotApplicable;
import io.throughline.conformance.bench.Verdict.Passed;
import io.throughline.conformance.bench.Workbench;
import io.throughline.conformance.channel.ChannelYaml;
import io.throughline.yaml.YamlException;

/** The definition reads without a problem, and a misspelt key in it would be told. */
public final class LintCheck implements ChannelCheck {

    @Override
    public Verdict check(Workbench bench) {
        if (bench.channel().yaml().isEmpty()) {
            return new NotApplicable("the definition was made in Java");
        }
        ChannelYaml yaml = bench.channel().yaml().get();
        try {
            ChannelDefinitions.read(yaml.name(), yaml.text());
        } catch (YamlException e) {
            return new Failed(e.getMessage());
        }
        return new Passed(yaml.text().lines().count() + " lines");
    }
}
