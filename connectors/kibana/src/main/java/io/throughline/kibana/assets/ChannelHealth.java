package io.throughline.kibana.assets;

/** How fresh each channel is: the last word of each about itself. */
final class ChannelHealth {

    private ChannelHealth() {}

    static Panel panel(AssetIds ids, String path) {
        Layer layer = Layer.unfiltered(path + "channels", ids.signals());
        String source = layer.values("Channel", "source", 50);
        String state = layer.last("State", "health.state", "string");
        String cause = layer.last("Last cause", "health.cause", "string");
        String record = layer.latest("Last record", "health.lastRecord");
        String success = layer.latest("Last answer", "health.lastSuccess");
        return Panel.lens(
                "channels",
                "Freshness of the channels",
                Charts.table(Kinds.HEALTH, layer, source, state, cause, record, success));
    }
}
