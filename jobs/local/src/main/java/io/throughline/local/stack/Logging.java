package io.throughline.local.stack;

import java.nio.file.Path;

/** Log4j configuration of the servers: one file each, at most 5 × 10 MiB of it kept. */
final class Logging {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5p %c{1.} %m%n";

    private Logging() {}

    /**
     * Everything from a level on into one file, nothing to the console.
     *
     * @param level such as {@code warn}
     */
    static String toFile(Path log, String level) {
        return """
        status = error
        appender.file.type = RollingFile
        appender.file.name = file
        appender.file.fileName = %1$s
        appender.file.filePattern = %1$s.%%i
        appender.file.layout.type = PatternLayout
        appender.file.layout.pattern = %2$s
        appender.file.policies.type = Policies
        appender.file.policies.size.type = SizeBasedTriggeringPolicy
        appender.file.policies.size.size = 10MB
        appender.file.strategy.type = DefaultRolloverStrategy
        appender.file.strategy.max = 4
        rootLogger.level = %3$s
        rootLogger.appenderRef.file.ref = file
        """
                .formatted(log, PATTERN, level);
    }
}
