package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.elasticsearch.ClusterAdmin;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which months are old enough to go. An index is one of ours when it has the name of a month and
 * stands behind the alias; anything else stays, whatever it is called.
 *
 * @param deleted indices that go, the oldest first
 * @param kept indices of months that stay
 * @param strange indices with a name of ours that are not behind the alias
 */
public record RetentionPlan(List<String> deleted, List<String> kept, List<String> strange) {

    /** Looks, and deletes nothing. */
    public static RetentionPlan of(ClusterAdmin cluster, Keep keep, Instant now) {
        return of(ClusterPlan.months(cluster), keep, now);
    }

    static RetentionPlan of(
            Map<String, Map<String, JsonNode>> monthsByAlias, Keep keep, Instant now) {
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        monthsByAlias.forEach(
                (alias, months) ->
                        months.forEach(
                                (index, state) -> {
                                    YearMonth month = Months.of(index, alias).orElseThrow();
                                    if (!keep.isOver(month, now)) {
                                        kept.add(index);
                                    } else if (state.path("aliases").has(alias)) {
                                        deleted.add(index);
                                    } else {
                                        strange.add(index);
                                    }
                                }));
        return new RetentionPlan(deleted, kept, strange);
    }

    /** Deletes what is to go. */
    public void apply(ClusterAdmin cluster) {
        deleted.forEach(cluster::deleteIndex);
    }
}
