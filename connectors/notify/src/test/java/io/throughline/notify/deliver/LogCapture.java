package io.throughline.notify.deliver;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything from INFO on that is logged while it is open, with the traces of what was thrown. */
final class LogCapture extends AbstractAppender implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Level before;

    private LogCapture() {
        super("capture", null, null, false, Property.EMPTY_ARRAY);
        LoggerConfig root = context.getConfiguration().getRootLogger();
        before = root.getLevel();
        start();
        root.addAppender(this, Level.INFO, null);
        root.setLevel(Level.INFO);
        context.updateLoggers();
    }

    static LogCapture open() {
        return new LogCapture();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void append(LogEvent event) {
        StringWriter trace = new StringWriter();
        if (event.getThrown() != null) {
            event.getThrown().printStackTrace(new PrintWriter(trace));
        }
        lines.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage() + trace);
    }

    @Override
    public void close() {
        LoggerConfig root = context.getConfiguration().getRootLogger();
        root.removeAppender("capture");
        root.setLevel(before);
        context.updateLoggers();
    }
}
