package io.throughline.local.cli;

import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ClusterAdmin;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.ElasticsearchSetupException;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.api.KibanaClient;
import io.throughline.kibana.api.KibanaException;
import io.throughline.kibana.api.KibanaSettings;
import io.throughline.kibana.assets.KibanaAssets;
import io.throughline.kibana.rules.KibanaRule;
import io.throughline.kibana.rules.KibanaRules;
import io.throughline.local.provision.Cluster;
import io.throughline.local.provision.ClusterPlan;
import io.throughline.local.provision.Keep;
import io.throughline.local.provision.KibanaPlan;
import io.throughline.local.provision.KibanaServer;
import io.throughline.local.provision.Plan;
import io.throughline.local.provision.Privileges;
import io.throughline.local.provision.ProvisionException;
import io.throughline.local.provision.Provisioning;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.elasticsearch.client.RestClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Puts templates, aliases, retention, dashboards and example rules in place. Everything is read and
 * compared before the first thing is changed.
 */
@Command(
        name = "provision",
        description =
                "Put index templates, aliases, retention, Kibana dashboards and example rules in"
                        + " place. Again changes nothing.",
        footer = {
            "",
            "Prints what it found and did as JSON. Exit code 3: all but what is LEFT.",
            "",
            "  throughline provision --elasticsearch http://localhost:9200 --dry-run",
            "  throughline provision --config throughline.yaml --kibana https://kibana:5601",
            "  throughline provision --print-kibana --journey retail > throughline.ndjson",
            "  throughline provision --privileges provisioner"
        })
final class ProvisionCommand implements Callable<Integer> {

    private static final String SHIPPED = "insurance";

    @Mixin private ClusterArguments cluster;

    @Mixin private KibanaArguments kibana;

    @Option(
            names = "--journey",
            paramLabel = "FILE",
            description =
                    "Journey map of the dashboards, or the name of a shipped one (default: that of"
                            + " --config, else "
                            + SHIPPED
                            + ").")
    private String journey;

    @Option(
            names = "--keep",
            paramLabel = "TIME",
            description =
                    "How long the cluster keeps a month, such as 13M or 2y; it deletes by itself"
                            + " where it can. Without it nothing is deleted.")
    private String keep;

    @Option(names = "--without-rules", description = "Put no example rules into Kibana.")
    private boolean withoutRules;

    @Option(
            names = "--accept-left",
            description =
                    "End with 0, not 3, when something is LEFT: for what tries again until a"
                            + " command ends with 0.")
    private boolean acceptLeft;

    @Option(names = "--dry-run", description = "Show what would be changed, and change nothing.")
    private boolean dryRun;

    @Option(
            names = "--print-kibana",
            description =
                    "Print data views, searches and dashboards as Kibana imports them, and contact"
                            + " nobody. Rules are not among them: Kibana imports those disabled;"
                            + " --kibana puts them in place.")
    private boolean printKibana;

    @Option(
            names = "--privileges",
            arity = "0..1",
            paramLabel = "ROLE",
            fallbackValue = "PROVISIONER",
            description =
                    "Print a role as Elasticsearch takes it, and contact nobody:"
                            + " ${COMPLETION-CANDIDATES} (default: PROVISIONER).")
    private Privileges privileges;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = System.err;

    @Override
    public Integer call() throws IOException {
        Optional<Keep> time = Optional.ofNullable(keep).map(ClusterArguments::keep);
        if (privileges != null) {
            err.println("Body of PUT /_security/role/" + privileges.roleName() + ":");
            privileges.note().ifPresent(err::println);
            out.println(privileges.role(duties(time.isPresent(), !withoutRules)).toPrettyString());
            return 0;
        }
        Optional<ThroughlineConfig> configuration = cluster.configuration();
        if (printKibana) {
            out.print(SavedObjects.ndjson(KibanaAssets.of(map(configuration))));
            return 0;
        }
        ElasticsearchSettings settings = cluster.settings(configuration);
        Optional<KibanaSettings> dashboards = kibana.settings(settings);
        try (RestClient client = ElasticsearchClients.open(settings)) {
            ClusterAdmin admin = new ClusterAdmin(client);
            Optional<ProvisionException> lacking = lacking(admin, settings, time);
            if (lacking.isPresent() && !dryRun) {
                throw lacking.get();
            }
            Plan plan = plan(admin, time, dashboards, configuration);
            Provisioning provisioning = new Provisioning(out, err);
            if (!dryRun) {
                provisioning.apply(plan);
            } else {
                provisioning.show(plan);
                if (lacking.isPresent()) {
                    throw lacking.get();
                }
            }
            return acceptLeft && !plan.refused() ? 0 : Provisioning.exitCode(plan);
        } catch (ElasticsearchSetupException | KibanaException e) {
            // Steps that fail say themselves what was changed.
            throw ProvisionException.beforeAnyChange(e);
        }
    }

    private Plan plan(
            ClusterAdmin admin,
            Optional<Keep> time,
            Optional<KibanaSettings> dashboards,
            Optional<ThroughlineConfig> configuration)
            throws IOException {
        Plan plan = ClusterPlan.of(admin, IndexTemplates.all(), time);
        if (dashboards.isEmpty()) {
            return plan;
        }
        JourneyMap map = map(configuration);
        KibanaClient client = new KibanaClient(dashboards.get());
        KibanaServer.check(client);
        List<KibanaRule> rules = withoutRules ? List.of() : KibanaRules.of(map);
        return plan.and(KibanaPlan.of(client, KibanaAssets.of(map), rules));
    }

    /** Rules search as whoever puts them into Kibana, and fail where these may not. */
    private Optional<ProvisionException> lacking(
            ClusterAdmin admin, ElasticsearchSettings settings, Optional<Keep> time)
            throws IOException {
        Cluster.check(admin);
        boolean rules = kibana.named() && !withoutRules;
        Optional<ElasticsearchSettings> own = kibana.own(settings);
        Set<Privileges.Duty> duties =
                duties(time.isPresent() && admin.hasLifecycles(), rules && own.isEmpty());
        Optional<ProvisionException> lacking =
                Cluster.lacking(admin, Privileges.PROVISIONER.role(duties));
        if (lacking.isPresent() || !rules || own.isEmpty()) {
            return lacking;
        }
        try (RestClient client = ElasticsearchClients.open(own.get())) {
            return Cluster.lacking(new ClusterAdmin(client), Privileges.READER.role());
        }
    }

    private static Set<Privileges.Duty> duties(boolean deletes, boolean rules) {
        Set<Privileges.Duty> duties = EnumSet.noneOf(Privileges.Duty.class);
        if (deletes) {
            duties.add(Privileges.Duty.LIFECYCLES);
        }
        if (rules) {
            duties.add(Privileges.Duty.RULES);
        }
        return duties;
    }

    private JourneyMap map(Optional<ThroughlineConfig> configuration) throws IOException {
        if (journey == null && configuration.isPresent()) {
            TaggingSettings tagging = configuration.get().tagging();
            return JourneyMapReader.read(tagging.journeyFile(), tagging.journeyYaml());
        }
        String name = journey == null ? SHIPPED : journey;
        JourneyMap map = JourneyMapReader.read(name, JourneyFiles.read(name, Path.of("")));
        err.println("Journey map: " + map.journey() + (journey == null ? " (shipped)" : ""));
        return map;
    }
}
