package io.throughline.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of the embedded node. Only settings that the four modules of this distribution
 * know are here: Elasticsearch does not start with one that it does not know.
 *
 * <p>The disk watermarks are absolute and small. The percentages that are the default would make
 * indices read-only on a large disk that still has tens of gigabytes to give; below 200 MiB
 * Elasticsearch does so here too, and allows writing again by itself once there is room.
 */
record ElasticsearchSettings(
        Path home, Path data, Path logs, int httpPort, int transportPort, NodeAccess access) {

    Map<String, String> asMap() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("path.home", home.toString());
        settings.put("path.data", data.toString());
        settings.put("path.logs", logs.toString());
        settings.put("cluster.name", "throughline");
        settings.put("node.name", "throughline-1");
        settings.put("discovery.type", "single-node");
        settings.put("network.host", "127.0.0.1");
        settings.put("http.port", Integer.toString(httpPort));
        settings.put("transport.port", Integer.toString(transportPort));
        settings.putAll(access.settings());
        settings.put("xpack.ml.enabled", "false");
        settings.put("action.auto_create_index", "cx-*");
        settings.put("cluster.routing.allocation.disk.watermark.low", "400mb");
        settings.put("cluster.routing.allocation.disk.watermark.high", "300mb");
        settings.put("cluster.routing.allocation.disk.watermark.flood_stage", "200mb");
        return settings;
    }
}
