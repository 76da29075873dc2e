package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.elasticsearch.ElasticsearchSettings;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class BulkSinkBuilderTest {

    @Test
    void makesASinkThatTravelsInAJobGraph() {
        assertThat(InstantiationUtil.isSerializable(builder().build())).isTrue();
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> builder().maxDocumentSize(MemorySize.ofMebiBytes(6)).build())
                .hasMessageContaining("maxBatchBytes");
        assertThatThrownBy(() -> builder().maxBatchSize(10_000).build())
                .hasMessageContaining("maxBufferedWrites");
        assertThatThrownBy(() -> builder().maxOutstandingBytes(MemorySize.ofMebiBytes(1)).build())
                .hasMessageContaining("maxOutstandingBytes");
        assertThatThrownBy(() -> builder().maxInFlightRequests(0).build())
                .hasMessageContaining("maxInFlightRequests");
    }

    private static BulkSinkBuilder builder() {
        return BulkSink.builder(
                ElasticsearchSettings.of("http://localhost:9200"),
                context -> new RecordingHandler());
    }
}
