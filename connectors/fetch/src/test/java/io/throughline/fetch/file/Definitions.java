package io.throughline.fetch.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;

/** Definitions of these tests. */
final class Definitions {

    private Definitions() {}

    /** A mapping of files whose format their content tells. */
    static ChannelDefinition anyFile() {
        return ChannelDefinitions.read(
                "any.yaml",
                String.join(
                        "\n",
                        "apiVersion: throughline/v1",
                        "id: any",
                        "channel: web",
                        "mode: file",
                        "map:",
                        "  naturalId: $.n",
                        "  occurredAt: $.at",
                        "  text: $.text",
                        ""));
    }
}
