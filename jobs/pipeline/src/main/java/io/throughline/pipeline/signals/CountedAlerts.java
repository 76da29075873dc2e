package io.throughline.pipeline.signals;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.kafka.Topics;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.wire.Codecs;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

/** Encodes alerts for their topic, and counts their versions by state. */
final class CountedAlerts extends RichMapFunction<Alert, TopicWrite> {

    private static final long serialVersionUID = 1L;

    private transient Map<AlertState, Counter> states;

    @Override
    public void open(OpenContext context) {
        states = new EnumMap<>(AlertState.class);
        for (AlertState state : AlertState.values()) {
            states.put(
                    state,
                    getRuntimeContext()
                            .getMetricGroup()
                            .addGroup("state", state.id())
                            .counter("alert_versions_total"));
        }
    }

    @Override
    public TopicWrite map(Alert alert) {
        states.get(alert.state()).inc();
        return new TopicWrite(Topics.ALERTS, alert.id(), Codecs.ALERT.encode(alert));
    }
}
