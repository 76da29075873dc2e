package io.throughline.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.journey.JourneyMap;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.elasticsearch.client.RestClient;

/** What answers behind the page, a part for each group of addresses. */
final class ConsoleParts implements AutoCloseable {

    /** Pages that are told of changes at a time; others ask. */
    static final int MOST_LISTENERS = 200;

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ConsoleSettings settings;
    private final Guard hosts;
    private final LiveSource live;
    private final LiveEvents events;
    private final KeyedSource<String, AlertView> alerts;
    private final StageRoutes stages;
    private final EvidenceRoutes evidence;
    private final AlertChanges changes;
    private final SearchRoutes search;
    private final CorrectionRoutes corrections;
    private final ConsoleMetrics metrics;
    private final StoredView stored = new StoredView();
    private final LetterRoutes letters;
    private final ChannelRoutes channels = new ChannelRoutes(stored);
    private final TaggerRoutes tagger = new TaggerRoutes(stored);
    private final ClaimRoutes claims = new ClaimRoutes(stored);
    private final KibanaRoutes kibana = new KibanaRoutes();
    private final HelpRoutes help = new HelpRoutes();
    private final LoginRoutes logins;

    /**
     * @param listening address that is listened on, known once it is
     */
    ConsoleParts(ConsoleSettings settings, Clock clock, Supplier<String> listening) {
        this.settings = settings;
        Sessions sessions = new Sessions(clock);
        ChangeGuard guard = new ChangeGuard(settings.access(), sessions);
        hosts = new Guard(new HostCheck(settings.host(), settings.everyName()), guard::reading);
        logins = new LoginRoutes(settings.access(), guard, sessions, clock, listening);
        live = new LiveSource(clock, settings.freshFor());
        events = new LiveEvents(live, hosts, MOST_LISTENERS, ROUND, BEAT);
        alerts = new KeyedSource<>(clock, settings.freshFor());
        stages = new StageRoutes(clock, settings.freshFor());
        evidence = new EvidenceRoutes();
        changes = new AlertChanges(guard, alerts, clock);
        search = new SearchRoutes(clock);
        corrections = new CorrectionRoutes(guard);
        metrics = new ConsoleMetrics(clock, events::listening);
        letters = new LetterRoutes(stored, guard);
    }

    void addTo(JavalinConfig config) {
        config.routes.before(hosts::before);
        config.routes.get("/api/live", context -> json(context, live.json()));
        config.routes.get("/api/alerts/{id}", this::alert);
        stages.addTo(config.routes);
        evidence.addTo(config.routes);
        changes.addTo(config.routes);
        search.addTo(config.routes);
        corrections.addTo(config.routes);
        letters.addTo(config.routes);
        channels.addTo(config.routes);
        tagger.addTo(config.routes);
        claims.addTo(config.routes);
        kibana.addTo(config.routes);
        help.addTo(config.routes);
        logins.addTo(config.routes);
        metrics.addTo(config);
        new HealthRoutes(live).addTo(config.routes);
        ServletHolder told = new ServletHolder(events);
        told.setAsyncSupported(true);
        config.jetty.modifyServletContextHandler(
                handler -> handler.addServlet(told, LiveEvents.PATH));
    }

    private void alert(Context context) {
        KeyedSource.Answer<AlertView> answer = alerts.answer(context.pathParam("id"));
        if (answer.absent()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        json(context, LiveJson.of(alerts.now(), answer, "There is no alert of that id."));
    }

    private static void json(Context context, byte[] json) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(json);
    }

    void status(String step) {
        live.status(step);
    }

    Optional<String> problem() {
        return live.problem();
    }

    /** From here on what Elasticsearch holds is shown. */
    void shows(RestClient client, JourneyMap journey, boolean changed) {
        SearchClient asked = new SearchClient(client, metrics);
        live.ready(new LiveQueries(asked, journey, settings.channelCap(), changed));
        alerts.ready(new AlertQueries(asked)::ask);
        stages.ready(new StageQueries(asked, journey, settings.channelCap()));
        evidence.ready(asked);
        search.ready(asked);
        metrics.ready(asked);
        stored.ready(asked);
        kibana.ready(client, journey);
    }

    /** From here on people may change something. */
    void changes(JourneyMap journey, PageChanges to) {
        changes.ready(journey, to.alerts());
        corrections.ready(journey, to.corrections());
        letters.ready(to.replays());
        tagger.ready(to.tagger());
    }

    void explain(VerbatimExplainer by) {
        evidence.explain(by);
    }

    void measure(Supplier<String> more) {
        metrics.beside(more);
    }

    @Override
    public void close() {
        events.close();
    }
}
