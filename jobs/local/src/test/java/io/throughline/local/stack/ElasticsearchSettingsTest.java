package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticsearchSettingsTest {

    private final Map<String, String> settings =
            new ElasticsearchSettings(
                            Path.of("/home"),
                            Path.of("/data"),
                            Path.of("/logs"),
                            19_200,
                            19_300,
                            NodeAccess.OPEN)
                    .asMap();

    @Test
    void isASingleNodeOnTheLoopback() {
        assertThat(settings)
                .containsEntry("discovery.type", "single-node")
                .containsEntry("network.host", "127.0.0.1")
                .containsEntry("http.port", "19200")
                .containsEntry("transport.port", "19300");
    }

    @Test
    void createsOnlyIndicesOfThisProductByItself() {
        assertThat(settings).containsEntry("action.auto_create_index", "cx-*");
    }

    @Test
    void stopsWritingBelowAFixedAmountAndNotAPercentage() {
        assertThat(settings)
                .containsEntry("cluster.routing.allocation.disk.watermark.flood_stage", "200mb");
    }

    @Test
    void namesFoldersOutsideTheDistribution() {
        assertThat(settings)
                .containsEntry("path.home", "/home")
                .containsEntry("path.data", "/data")
                .containsEntry("path.logs", "/logs");
    }
}
