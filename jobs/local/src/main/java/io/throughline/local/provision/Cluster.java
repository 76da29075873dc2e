package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.ClusterIdentity;
import java.util.List;
import java.util.Optional;

/** A cluster that is fit to be changed: of a kind that suits, by somebody who may. */
public final class Cluster {

    private Cluster() {}

    /**
     * Asks which server it is.
     *
     * @throws ProvisionException with what to do when it is one that Throughline is not made for
     */
    public static void check(ClusterAdmin cluster) {
        ClusterIdentity identity = cluster.identity();
        if (!identity.isElasticsearch()) {
            throw new ProvisionException(
                    "what answers is "
                            + identity.distribution()
                            + " "
                            + identity.version()
                            + ", and Throughline writes to Elasticsearch 8.19 or newer: name one of"
                            + " these. (Templates here include parts that a fork does not know.)");
        }
        if (!identity.suits()) {
            throw new ProvisionException(
                    "this is Elasticsearch "
                            + identity.version()
                            + ", and Throughline is made for 8.19 and newer: upgrade it first.");
        }
    }

    /**
     * Makes sure, before anything is changed, that nothing of it will be forbidden.
     *
     * @throws ProvisionException that names every privilege that is missing
     */
    public static void demand(ClusterAdmin cluster, JsonNode role) {
        lacking(cluster, role)
                .ifPresent(
                        lacking -> {
                            throw lacking;
                        });
    }

    /** What to say where privileges of a role are missing, naming every one; empty otherwise. */
    public static Optional<ProvisionException> lacking(ClusterAdmin cluster, JsonNode role) {
        List<String> lacking = cluster.lacking(role);
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ProvisionException(
                                "these credentials lack "
                                        + String.join(" and ", lacking)
                                        + ". Nothing was changed. ./throughline provision"
                                        + " --privileges prints the role that has them."));
    }
}
