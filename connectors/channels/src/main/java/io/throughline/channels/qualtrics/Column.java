package io.throughline.channels.qualtrics;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of an export, or a value of a response in JSON.
 *
 * @param name as the export calls it, e.g. {@code Q2}
 * @param importId what Qualtrics calls it inside, e.g. {@code QID2_TEXT}, which does not change
 *     with the language or the names somebody gave
 * @param zone of its times
 */
record Column(String name, String importId, ZoneId zone) {

    private static final Pattern QUESTION = Pattern.compile("(\\d+_)?QID\\d+.*");
    private static final Pattern WORDS = Pattern.compile(".*_TEXT(_\\d+)?(#\\d+)?");
    private static final Pattern IMPORT_ID = Pattern.compile("\"ImportId\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern ZONE = Pattern.compile("\"timeZone\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "(?i).*(e-?mail|phone|mobile|first.?name|last.?name|full.?name|surname|address"
                            + "|birth|^name$|ip.?addr).*");
    private static final String NPS_GROUP = "_NPS_GROUP";

    /** Names of the columns every export has, for those whose third row says nothing. */
    private static final Map<String, String> KNOWN =
            Map.ofEntries(
                    Map.entry("startdate", "startDate"),
                    Map.entry("enddate", "endDate"),
                    Map.entry("recordeddate", "recordedDate"),
                    Map.entry("status", "status"),
                    Map.entry("ipaddress", "ipAddress"),
                    Map.entry("progress", "progress"),
                    Map.entry("duration (in seconds)", "duration"),
                    Map.entry("finished", "finished"),
                    Map.entry("responseid", "_recordId"),
                    Map.entry("recipientlastname", "recipientLastName"),
                    Map.entry("recipientfirstname", "recipientFirstName"),
                    Map.entry("recipientemail", "recipientEmail"),
                    Map.entry("externalreference", "externalDataReference"),
                    Map.entry("locationlatitude", "locationLatitude"),
                    Map.entry("locationlongitude", "locationLongitude"),
                    Map.entry("distributionchannel", "distributionChannel"),
                    Map.entry("userlanguage", "userLanguage"));

    /** What a value is to us. */
    enum Kind {
        /** Known to every export, and not a question. */
        OWN,
        /** The customer's words. */
        TEXT,
        /** Zero to ten. */
        NPS,
        /** Another answer, or what was found out about one. */
        ANSWER,
        /** Data the survey was given. */
        EMBEDDED,
        /** Who somebody is. */
        PERSONAL
    }

    /**
     * @param description the cell of the third header row, a small JSON object
     */
    static Column of(String name, String description) {
        String known = KNOWN.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name);
        Matcher id = IMPORT_ID.matcher(description);
        Matcher zone = ZONE.matcher(description);
        return new Column(
                name, id.find() ? id.group(1) : known, zone.find() ? zone(zone.group(1)) : null);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /**
     * @param hasGroup whether an NPS group stands beside a question
     */
    Kind kind(Predicate<String> hasGroup) {
        if (KNOWN.containsValue(importId)) {
            return Kind.OWN;
        }
        if (!QUESTION.matcher(importId).matches()) {
            return PERSONAL.matcher(name).matches() ? Kind.PERSONAL : Kind.EMBEDDED;
        }
        if (hasGroup.test(importId + NPS_GROUP)) {
            return Kind.NPS;
        }
        return WORDS.matcher(importId).matches() ? Kind.TEXT : Kind.ANSWER;
    }
}
