package io.throughline.local.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Which engine a command tags stages with, and who says so.
 *
 * @param engine its id
 */
record StagesBy(String engine, Source source) {

    /** Who says so. */
    enum Source {
        /** The command line. */
        OPTION("--stage-engine says so"),
        /** A configuration that was named. */
        CONFIGURATION("--config says so"),
        /** Nobody. */
        DEFAULT(
                "a pipeline has it that configures no engine; if yours does, name its file with"
                        + " --config");

        private final String reason;

        Source(String reason) {
            this.reason = reason;
        }
    }

    /** One line for people. */
    String line() {
        return "Stages by " + engine + ": " + source.reason + ".";
    }

    /** The same in a report. */
    ObjectNode in(ObjectNode json) {
        return json.put("stageEngine", engine)
                .put("stageEngineFrom", source.name().toLowerCase(Locale.ROOT));
    }
}
