package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.local.provision.Cluster;
import io.throughline.local.provision.Keep;
import io.throughline.local.provision.Privileges;
import io.throughline.local.provision.RetentionPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.elasticsearch.client.RestClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes whole months that are older than is kept, for clusters that do not by themselves. */
@Command(
        name = "retention",
        description =
                "Delete the months of feedback and signals that are older than is kept, and nothing"
                        + " else.",
        footer = {
            "",
            "A month goes when all of it is older: with 13M, on a day in November 2026, what was",
            "before October 2025. Prints as JSON what went and what is kept; again deletes nothing.",
            "",
            "Example: throughline retention --config throughline.yaml --keep 13M --dry-run"
        })
final class RetentionCommand implements Callable<Integer> {

    @Mixin private ClusterArguments cluster;

    @Option(
            names = "--keep",
            paramLabel = "TIME",
            required = true,
            description = "How long a month is kept, such as 13M or 2y.")
    private String keep;

    @Option(names = "--dry-run", description = "Show what would be deleted, and delete nothing.")
    private boolean dryRun;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = System.err;
    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException {
        Keep time = ClusterArguments.keep(keep);
        try (RestClient client =
                ElasticsearchClients.open(cluster.settings(cluster.configuration()))) {
            ClusterAdmin admin = new ClusterAdmin(client);
            Cluster.check(admin);
            if (!dryRun) {
                Cluster.demand(admin, Privileges.RETENTION.role());
            }
            RetentionPlan plan = RetentionPlan.of(admin, time, clock.instant());
            plan.deleted().forEach(index -> err.println("delete  " + index));
            plan.strange()
                    .forEach(
                            index ->
                                    err.println(
                                            "left    "
                                                    + index
                                                    + ": not behind its alias, so not known to be"
                                                    + " ours"));
            if (!dryRun) {
                plan.apply(admin);
            }
            err.println(told(plan));
            ObjectNode summary = new ObjectMapper().valueToTree(plan);
            summary.put("applied", !dryRun);
            out.println(summary);
            return 0;
        }
    }

    private String told(RetentionPlan plan) {
        if (plan.deleted().isEmpty()) {
            return "No month is older than " + keep + ": nothing to delete.";
        }
        return plan.deleted().size()
                + (dryRun ? " to delete; nothing was: a dry run." : " deleted.");
    }
}
