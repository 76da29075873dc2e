package io.throughline.local.page;

import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live page before servers of the user's own, which may come, go and move while it runs.
 * Somebody has to call {@link #look} every few seconds. Not thread-safe.
 */
public final class ServedPage implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedPage.class);

    private final Path file;
    private final ConfigWatch watch;
    private final Consumer<String> tell;
    private final Console console;
    private ThroughlineConfig config;
    private RestClient search;
    private Optional<String> problem = Optional.empty();

    private ServedPage(
            Path file,
            ConfigWatch watch,
            Consumer<String> tell,
            Console console,
            ThroughlineConfig config) {
        this.file = file;
        this.watch = watch;
        this.tell = tell;
        this.console = console;
        this.config = config;
    }

    /**
     * Starts to serve it; nothing behind it need be there.
     *
     * @param settings how it is served, but for what the configuration says of the figures
     * @param watch has been read once
     * @param config what was read, with an Elasticsearch
     * @param tell tells a person what became of it
     * @throws io.throughline.console.ConsoleStartException when the address cannot be listened on
     */
    public static ServedPage start(
            ConsoleSettings settings,
            Path file,
            ConfigWatch watch,
            ThroughlineConfig config,
            Consumer<String> tell) {
        JourneyMap journey = journey(config);
        RestClient search = ElasticsearchClients.open(config.elasticsearch().orElseThrow());
        Console console;
        try {
            console =
                    Console.start(
                            settings.channelCap(config.signals().channelCap()), Clock.systemUTC());
        } catch (RuntimeException e) {
            close(search);
            throw e;
        }
        ServedPage page = new ServedPage(file, watch, tell, console, config);
        page.show(search, journey);
        return page;
    }

    /** Address of the page. */
    public String url() {
        return console.url();
    }

    /**
     * Loads the engine that tags, which takes seconds, so that the page can say which words carried
     * a tag; without it the page says the rest.
     */
    public void explain() {
        try {
            console.explain(PageExplainer.of(config.tagging().sentimentEngine()));
        } catch (EngineUnavailableException e) {
            tell.accept("The page does not say which words carried a tag. " + e.getMessage());
        }
    }

    /** Follows the configuration, and says when Elasticsearch goes and comes. */
    public void look() {
        follow();
        Optional<String> now = console.problem();
        if (!now.equals(problem)) {
            problem = now;
            tell.accept(now.orElse("Elasticsearch answers, and the page shows what it holds"));
        }
    }

    private void follow() {
        try {
            Optional<ThroughlineConfig> changed = watch.changed();
            if (changed.isPresent()) {
                take(changed.get());
            }
        } catch (IOException | YamlException | IllegalArgumentException e) {
            tell.accept("The page stays as it is. " + e.getMessage());
        }
    }

    private void take(ThroughlineConfig changed) {
        if (changed.elasticsearch().isEmpty()) {
            throw new IllegalArgumentException(file + " names no Elasticsearch any more.");
        }
        JourneyMap journey = journey(changed);
        RestClient opened = ElasticsearchClients.open(changed.elasticsearch().get());
        boolean elsewhere =
                !changed.console().equals(config.console())
                        || changed.signals().channelCap() != config.signals().channelCap();
        config = changed;
        show(opened, journey);
        tell.accept("Page           as in the changed " + file);
        if (elsewhere) {
            tell.accept(
                    "What changed under 'console' and of signals.channelCap holds from the next"
                            + " start on");
        }
    }

    private void show(RestClient opened, JourneyMap journey) {
        RestClient former = search;
        search = opened;
        config.kafka()
                .ifPresentOrElse(
                        kafka ->
                                console.ready(
                                        opened, journey, PageDesks.through(kafka, opened, journey)),
                        () -> console.ready(opened, journey));
        if (former != null) {
            close(former);
        }
    }

    private static JourneyMap journey(ThroughlineConfig config) {
        return JourneyMapReader.read(
                config.tagging().journeyFile(), config.tagging().journeyYaml());
    }

    private static void close(RestClient client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.warn("A client of Elasticsearch cannot be closed", e);
        }
    }

    /** Answers what is under way, and stops. */
    @Override
    public void close() {
        console.close();
        close(search);
    }
}
