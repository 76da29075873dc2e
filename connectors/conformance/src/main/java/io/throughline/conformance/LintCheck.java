package io.throughline.conformance;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.conformance.Verdict.Failed;
import io.throughline.conformance.Verdict.NotApplicable;
import io.throughline.conformance.Verdict.Passed;
import io.throughline.yaml.YamlException;

/** The definition reads without a problem, and a misspelt key in it would be told. */
final class LintCheck implements ChannelCheck {

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
