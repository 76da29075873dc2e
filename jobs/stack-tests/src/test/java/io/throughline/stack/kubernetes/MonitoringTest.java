package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Rules and the dashboard ask for metrics that there are, under labels that these have, and each
 * rule has its runbook. {@code MetricsIT} holds the list of metrics against the product at work.
 */
class MonitoringTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Path RUNBOOKS = DOCS.resolve("runbooks");
    private static final Manifests BASE = Manifests.of("base");

    /** Prometheus' own, which no process tells of. */
    private static final Set<String> SYNTHETIC = Set.of("up");

    @Test
    void rulesAndPanelsAskForMetricsThatThereAre() {
        List<String> expressions = expressions();

        assertThat(expressions).hasSizeGreaterThan(50);
        assertThat(expressions).allSatisfy(text -> assertThat(unknown(text)).as(text).isEmpty());
    }

    @Test
    void aMisspeltMetricOrLabelIsFound() {
        for (String expression : expressions()) {
            for (Query.Selector selector : Query.selectors(expression)) {
                String misspelt =
                        expression.replaceAll(
                                "\\b" + Pattern.quote(selector.metric()) + "\\b",
                                selector.metric() + "x");
                assertThat(unknown(misspelt)).as(misspelt).isNotEmpty();
                for (String label : selector.labels()) {
                    String other = expression.replaceAll("\\b" + label + "(=|!)", label + "x$1");
                    assertThat(unknown(other)).as(other).isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyRuleHasItsRunbookAndEveryRunbookItsRule() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode rule : alerts()) {
            String url = rule.at("/annotations/runbook_url").asText();
            assertThat(url).startsWith("docs/runbooks/").endsWith(".md");
            Path runbook = Path.of("../..").resolve(url);
            assertThat(Files.readString(runbook))
                    .as(url)
                    .contains("`" + rule.path("alert").asText() + "`")
                    .contains("severity `" + rule.at("/labels/severity").asText() + "`")
                    .contains("owner `" + rule.at("/labels/owner").asText() + "`")
                    .contains("## What it means", "## How to see it")
                    .contains("## What to do", "## When it is over");
            assertThat(named.add(runbook.getFileName().toString())).as(url).isTrue();
        }
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
        assertThat(Files.readString(RUNBOOKS.resolve("README.md"))).contains(named);
    }

    @Test
    void queriesInDocumentsAskForMetricsThatThereAre() throws IOException {
        Pattern ours = Pattern.compile("(?<![:\\w])(?:flink|gateway|console|notify)_[a-zA-Z0-9_]+");
        Set<String> known = known();
        List<Path> pages = new ArrayList<>(List.of(DOCS.resolve("slo.md")));
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            files.forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher name = ours.matcher(Files.readString(page));
            while (name.find()) {
                assertThat(known).as(page.toString()).contains(name.group());
            }
        }
    }

    @Test
    void everyRuleSaysHowBadItIsAndWhoseItIs() {
        Set<String> names = new HashSet<>();
        assertThat(alerts())
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        rule -> {
                            assertThat(names.add(rule.path("alert").asText())).isTrue();
                            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
                            assertThat(rule.at("/labels/owner").asText())
                                    .isIn("platform", "channels");
                            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
                            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
                        });
    }

    /**
     * A job or a gateway that has just started has done nothing yet, and nobody is woken for it.
     */
    @Test
    void thatNothingHappenedIsNotToldAtTheFirstLook() {
        assertThat(alerts())
                .filteredOn(rule -> rule.path("expr").asText().matches(".*(== 0|absent\\().*"))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        rule ->
                                assertThat(rule.path("for").asText())
                                        .as(rule.path("alert").asText())
                                        .matches("[1-9][0-9]*m"));
    }

    @Test
    void labelsKeepTheirCharactersOnACluster() {
        assertThat(BASE.kind("FlinkDeployment").toList())
                .hasSize(3)
                .allSatisfy(
                        job ->
                                assertThat(
                                                job.at("/spec/flinkConfiguration")
                                                        .path(
                                                                "metrics.reporter.prom"
                                                                        + ".filterLabelValueCharacters")
                                                        .asText())
                                        .as(
                                                "else le=\"+Inf\" becomes _Inf, and app-store app_store")
                                        .isEqualTo("false"));
    }

    @Test
    void thePodsThatAreScrapedHaveThePortThatIsNamed() {
        for (Pod pod : BASE.pods()) {
            String name =
                    pod.template().at("/metadata/labels").path("app.kubernetes.io/name").asText();
            boolean flink = pod.template().at("/metadata/labels").has("throughline.io/runs-flink");
            if (flink
                    || Set.of("throughline-gateway", "throughline-console", "throughline-notify")
                            .contains(name)) {
                assertThat(pod.template().findValues("ports").toString())
                        .as(name)
                        .contains("\"name\":\"" + (flink ? "metrics" : "http") + "\"");
            }
        }
    }

    @Test
    void theDashboardIsOneThatGrafanaTakes() {
        JsonNode dashboard = dashboard();
        Set<Integer> ids = new HashSet<>();

        assertThat(dashboard.path("uid").asText()).isEqualTo("throughline-jobs");
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("datasource");
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            int right = panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt();
            assertThat(right).as(title).isLessThanOrEqualTo(24);
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.path("targets")).as(title).isNotEmpty();
            }
        }
    }

    private static List<JsonNode> alerts() {
        return rules().filter(rule -> rule.has("alert")).toList();
    }

    private static Stream<JsonNode> rules() {
        return BASE.kind("PrometheusRule")
                .flatMap(object -> stream(object.at("/spec/groups")))
                .flatMap(group -> stream(group.path("rules")));
    }

    private static JsonNode dashboard() {
        try {
            return Yamls.JSON.readTree(
                    BASE.named("ConfigMap", "throughline-dashboard-jobs")
                            .at("/data/throughline-jobs.json")
                            .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        rules().forEach(rule -> expressions.add(rule.path("expr").asText()));
        stream(dashboard().path("panels"))
                .flatMap(panel -> stream(panel.path("targets")))
                .forEach(target -> expressions.add(target.path("expr").asText()));
        return expressions;
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(MetricReference.read().keySet());
        rules().forEach(rule -> known.add(rule.path("record").asText()));
        known.addAll(SYNTHETIC);
        return known;
    }

    private static List<String> unknown(String expression) {
        Set<String> known = known();
        List<String> unknown = new ArrayList<>();
        for (Query.Selector selector : Query.selectors(expression)) {
            if (!known.contains(selector.metric())) {
                unknown.add(selector.metric());
            } else if (MetricReference.read().containsKey(selector.metric())) {
                Set<String> labels = MetricReference.read().get(selector.metric());
                selector.labels().stream()
                        .filter(label -> !labels.contains(label))
                        .forEach(unknown::add);
            } else if (SYNTHETIC.contains(selector.metric())) {
                selector.labels().stream()
                        .filter(label -> !label.equals("app_kubernetes_io_name"))
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
