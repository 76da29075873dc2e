package io.throughline.pipeline.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Counts of the windows since the last training, and of those that it was about. */
final class CountStore {

    private final MapState<Long, TagCounts> counts;
    private final ValueState<TagCounts> former;

    /** Sum over several windows. */
    record Sum(TagCounts counts, int windows) {}

    CountStore(RuntimeContext context) {
        this.counts =
                context.getMapState(
                        new MapStateDescriptor<>(
                                "tag-counts", Types.LONG, TypeInformation.of(TagCounts.class)));
        this.former =
                context.getState(
                        new ValueStateDescriptor<>(
                                "former-tag-counts", TypeInformation.of(TagCounts.class)));
    }

    void add(TagCounts more) throws Exception {
        TagCounts known = counts.get(more.windowMillis());
        counts.put(more.windowMillis(), known == null ? more : known.plus(more));
    }

    /** The windows that start before a time. */
    Sum before(long millis) throws Exception {
        TagCounts sum = TagCounts.NONE;
        int windows = 0;
        for (Map.Entry<Long, TagCounts> window : counts.entries()) {
            if (window.getKey() < millis) {
                sum = sum.plus(window.getValue());
                windows++;
            }
        }
        return new Sum(sum, windows);
    }

    /** What the training before this one was about; empty counts before there was one. */
    TagCounts former() throws Exception {
        return former.value() == null ? TagCounts.NONE : former.value();
    }

    /** Closes the books on the windows that start before a time. */
    void trained(long millis) throws Exception {
        former.update(before(millis).counts());
        List<Long> done = new ArrayList<>();
        counts.keys().forEach(done::add);
        for (Long window : done) {
            if (window < millis) {
                counts.remove(window);
            }
        }
    }
}
