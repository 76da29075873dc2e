package io.throughline.conformance.junit;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.conformance.bench.KitSettings;

/** The example of the guide, run as it is but for how much it tries. */
class TypeformChannelTest extends ChannelConformance {

    @Override
    protected ChannelDefinition definition() {
        return ChannelCatalog.builtIn().find("typeform").orElseThrow();
    }

    @Override
    protected KitSettings settings() {
        return KitSettings.BRIEF;
    }
}
