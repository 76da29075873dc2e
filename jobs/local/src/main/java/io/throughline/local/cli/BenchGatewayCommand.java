package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.gateway.GatewayBench;
import io.throughline.local.gateway.GatewayBench.Load;
import io.throughline.local.gateway.GatewayReport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much the gateway takes, and that it keeps what it answered 2xx. */
@Command(
        name = "gateway",
        description =
                "Post to the gateway at a rate while Kafka stands still for a time in the middle, and"
                        + " look up in Kafka what was answered 2xx: JSON on stdout. Exit code 1 when"
                        + " anything is missing.")
final class BenchGatewayCommand implements Callable<Integer> {

    private static final Duration LONGEST_END = Duration.ofMinutes(3);

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "New posts a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long new ones are sent (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long Kafka stands still in the middle; 0 for not at all (default:"
                            + " ${DEFAULT-VALUE}).")
    private int pause;

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || seconds < 1 || pause < 0 || pause >= seconds && pause > 0) {
            throw new UsageException(
                    "--rate and --seconds are at least 1, --pause less than these");
        }
        System.err.printf(
                Locale.ROOT,
                "%,d posts a second for %d s to a gateway of its own, Kafka stands still for %d s%n",
                rate,
                seconds,
                pause);
        Path directory = Files.createTempDirectory("throughline-gateway");
        GatewayReport report;
        try {
            Load load = new Load(rate, seconds, LONGEST_END);
            report = new GatewayBench(load, Duration.ofSeconds(pause), directory).run();
        } finally {
            Directories.delete(directory);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(report));
        return report.kept() ? 0 : 1;
    }
}
