package io.throughline.local.demo.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A review as the App Store's customer reviews feed has it: every scalar is a text under {@code
 * label}, {@code updated} is Apple's local time with its offset and becomes a later one when the
 * review is edited; the id stays. The format is undocumented; this follows what the feed sends.
 *
 * @param rating 1 to 5
 * @param author null leaves the author out, which the feed does at times
 */
public record Review(
        String id,
        Instant updated,
        String author,
        String authorId,
        int rating,
        String version,
        String title,
        String content) {

    private static final DateTimeFormatter CUPERTINO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
                    .withZone(ZoneId.of("America/Los_Angeles"));

    /** The entry of the feed. */
    public ObjectNode entry(String appId) {
        ObjectNode entry = Json.object();
        if (author != null) {
            ObjectNode by = entry.putObject("author");
            label(by, "uri", "https://itunes.apple.com/us/reviews/id" + authorId);
            label(by, "name", author);
            by.put("label", "");
        }
        label(entry, "updated", CUPERTINO.format(updated));
        label(entry, "im:rating", String.valueOf(rating));
        label(entry, "im:version", version);
        label(entry, "id", id);
        label(entry, "title", title);
        label(entry, "content", content).putObject("attributes").put("type", "text");
        entry.putObject("link")
                .putObject("attributes")
                .put("rel", "related")
                .put(
                        "href",
                        "https://itunes.apple.com/us/review?id="
                                + appId
                                + "&type=Purple%20Software");
        label(entry, "im:voteSum", "0");
        entry.putObject("im:contentType")
                .putObject("attributes")
                .put("term", "Application")
                .put("label", "Application");
        label(entry, "im:voteCount", "0");
        return entry;
    }

    private static ObjectNode label(ObjectNode parent, String name, String text) {
        return parent.putObject(name).put("label", text);
    }
}
