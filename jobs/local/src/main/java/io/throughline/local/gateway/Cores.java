package io.throughline.local.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which processes run on which cores: the gateway on the last one alone, those that feed it on the
 * others, where {@code taskset} is there and there are two.
 */
final class Cores {

    private static final Logger LOG = LoggerFactory.getLogger(Cores.class);
    private static final long PATIENCE_SECONDS = 10;

    private final boolean pinned;
    private final int last;

    private Cores(boolean pinned, int last) {
        this.pinned = pinned;
        this.last = last;
    }

    static Cores ofThisMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Cores(cores > 1 && run(List.of("taskset", "--version")), cores - 1);
    }

    /** The command on the gateway's core. */
    List<String> onItsOwn(List<String> command) {
        List<String> all = new ArrayList<>();
        if (pinned) {
            all.addAll(List.of("taskset", "-c", Integer.toString(last)));
        }
        all.addAll(command);
        return all;
    }

    void keepOffTheGateway(long pid) {
        if (pinned) {
            pin("0-" + (last - 1), pid);
        }
    }

    void allAgain(long pid) {
        if (pinned) {
            pin("0-" + last, pid);
        }
    }

    /** Of the machine. */
    int all() {
        return last + 1;
    }

    /** For the report. */
    String gateway() {
        return pinned ? "1 (taskset)" : "all: no taskset, or one core only";
    }

    private static void pin(String cores, long pid) {
        if (!run(List.of("taskset", "-apc", cores, Long.toString(pid)))) {
            LOG.warn("Process {} could not be put on the cores {}", pid, cores);
        }
    }

    private static boolean run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            LOG.debug("{} cannot be run", command.get(0), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
