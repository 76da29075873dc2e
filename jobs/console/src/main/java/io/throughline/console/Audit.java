package io.throughline.console;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the log for everything that a person did from the page, or was not let: who, with which
 * role, did what to which id. Never what a customer wrote, and never a comment.
 */
final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int LONGEST = 400;

    private Audit() {}

    /** What was done. */
    static void did(Person person, String action, String id) {
        LOG.info("{} ({}) {} {}", oneLine(person.name()), person.role().id(), action, oneLine(id));
    }

    /** What was refused. */
    static void refused(Person person, String what) {
        LOG.warn(
                "{} ({}) was not let: {}",
                oneLine(person.name()),
                person.role().id(),
                oneLine(what));
    }

    /** A text that cannot pretend to be a line of its own. */
    static String oneLine(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.replaceAll("\\p{Cntrl}|\u2028|\u2029", "�");
    }
}
