package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Count;
import io.throughline.console.LiveView.StageView;
import io.throughline.measure.NetSentiment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One stage, of all channels or of one.
 *
 * @param until end of the span: the full hour after the newest feedback; null without feedback
 * @param days length of the span
 * @param channel that figures, trend and touchpoints are of; null for all. Terms and alerts are of
 *     all channels
 * @param channels what each says of the stage, also those that are not chosen
 * @param alerts of the stage, newest first, as the index template of {@code cx-alerts} describes
 *     them
 * @param touchpoints of the map, with how often feedback names them, and those that only feedback
 *     names
 */
record StagePage(
        Instant until,
        int days,
        String channel,
        StageView stage,
        List<String> contributors,
        String sponsor,
        List<ChannelShare> channels,
        List<JsonNode> alerts,
        List<Count> touchpoints,
        List<MomentView> moments,
        Watch watch) {

    /**
     * What a channel says of a stage.
     *
     * @param count feedback, with a sentiment or not
     * @param sentiment null when nothing has a label
     */
    record ChannelShare(String id, long count, NetSentiment sentiment) {}

    /** A moment of truth as the map has it. */
    record MomentView(String id, String kind, Map<String, String> conditions) {}
}
