package io.throughline.conformance.bench;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.slf4j.LoggerFactory;

/**
 * Everything that is logged or printed while it is open, down to the finest level: what a channel
 * says only to those who debug it is said all the same. What would have been logged anyway still
 * is.
 */
public final class LogWatch implements AutoCloseable {

    private static final String PROBE = "the kit watches";

    private final StringBuffer heard = new StringBuffer();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LoggerContext context;
    private final LoggerConfig root;
    private final Level level;
    private final Map<String, Appender> appenders;
    private final Listener listener = new Listener();

    private LogWatch() {
        context = LogManager.getContext(false) instanceof LoggerContext core ? core : null;
        root = context == null ? null : context.getConfiguration().getRootLogger();
        level = root == null ? null : root.getLevel();
        appenders = root == null ? Map.of() : root.getAppenders();
    }

    /** Begins to listen. */
    public static LogWatch start() {
        LogWatch watch = new LogWatch();
        watch.listen();
        return watch;
    }

    private void listen() {
        System.setOut(new PrintStream(new Tee(out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Tee(err), true, StandardCharsets.UTF_8));
        if (root != null) {
            appenders.keySet().forEach(root::removeAppender);
            listener.start();
            root.addAppender(listener, Level.ALL, null);
            root.setLevel(Level.ALL);
            context.updateLoggers();
            LoggerFactory.getLogger(LogWatch.class).trace(PROBE);
        }
    }

    /** Whether log lines arrive, and not only what is printed. */
    public boolean hearsLogs() {
        return heard.indexOf(PROBE) >= 0;
    }

    /** What was heard so far. */
    public String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        if (root != null) {
            root.removeAppender(listener.getName());
            root.setLevel(level);
            appenders.values().forEach(appender -> root.addAppender(appender, null, null));
            context.updateLoggers();
        }
    }

    private final class Listener extends AbstractAppender {

        private Listener() {
            super("kit", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            heard.append(event.getMessage().getFormattedMessage()).append('\n');
            if (event.getThrown() != null) {
                heard.append(event.getThrown()).append('\n');
            }
            if (event.getLevel().isMoreSpecificThan(level)) {
                appenders.values().forEach(appender -> appender.append(event));
            }
        }
    }

    private final class Tee extends OutputStream {

        private final PrintStream before;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Tee(PrintStream before) {
            this.before = before;
        }

        @Override
        public synchronized void write(int b) {
            before.write(b);
            line.write(b);
        }

        @Override
        public synchronized void flush() {
            before.flush();
            heard.append(line.toString(StandardCharsets.UTF_8));
            line.reset();
        }
    }
}
