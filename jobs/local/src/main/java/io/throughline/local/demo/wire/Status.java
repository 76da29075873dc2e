package io.throughline.local.demo.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A post as a Mastodon server streams it: {@code content} is HTML, times have milliseconds.
 *
 * @param id a snowflake: milliseconds since 1970 times 65,536 and a sequence number
 * @param edited null when it never was
 * @param account user name
 * @param language null when the author named none
 * @param html the content
 * @param tags without the number sign
 */
public record Status(
        long id,
        Instant created,
        Instant edited,
        String account,
        String displayName,
        String language,
        String html,
        List<String> tags) {

    private static final String HOST = "https://social.example";

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Status {
        tags = List.copyOf(tags);
    }

    /** The snowflake of a time. */
    public static long snowflake(Instant at, long sequence) {
        return (at.toEpochMilli() << 16) | (sequence & 0xFFFF);
    }

    /** The status entity. */
    public ObjectNode entity() {
        ObjectNode status = Json.object();
        status.put("id", String.valueOf(id));
        status.put("created_at", MILLIS.format(created));
        status.putNull("in_reply_to_id");
        status.putNull("in_reply_to_account_id");
        status.put("sensitive", false).put("spoiler_text", "").put("visibility", "public");
        status.put("language", language);
        status.put("uri", HOST + "/users/" + account + "/statuses/" + id);
        status.put("url", HOST + "/@" + account + "/" + id);
        status.put("replies_count", 0).put("reblogs_count", 0).put("favourites_count", 0);
        status.put("edited_at", edited == null ? null : MILLIS.format(edited));
        status.put("content", html);
        status.putNull("reblog");
        status.set("account", owner());
        status.putArray("media_attachments");
        status.putArray("mentions");
        ArrayNode all = status.putArray("tags");
        for (String tag : tags) {
            all.addObject().put("name", tag).put("url", HOST + "/tags/" + tag);
        }
        status.putArray("emojis");
        status.putNull("card").putNull("poll");
        return status;
    }

    private ObjectNode owner() {
        ObjectNode owner = Json.object();
        owner.put(
                "id",
                String.valueOf(110_000_000_000L + Math.floorMod(account.hashCode(), 1 << 30)));
        owner.put("username", account).put("acct", account).put("display_name", displayName);
        owner.put("locked", false).put("bot", false).put("discoverable", true).put("group", false);
        owner.put("created_at", "2023-02-04T00:00:00.000Z").put("note", "");
        owner.put("url", HOST + "/@" + account).put("uri", HOST + "/users/" + account);
        owner.put("followers_count", 12).put("following_count", 30).put("statuses_count", 77);
        owner.putArray("emojis");
        owner.putArray("fields");
        return owner;
    }
}
