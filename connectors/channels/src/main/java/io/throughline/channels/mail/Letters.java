package io.throughline.channels.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.model.FailureReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says, as a record of the fields {@code messageId, from, fromDomain, date, subject,
 * thread, reply, language, auto, text}; what it does not say is left out. So rules of a definition
 * can look at a mail as at any record, and a {@code map} can read one: a company that writes to
 * itself is left out by {@code drop: [{when: $.fromDomain, is: […], reason: own-mail}]}.
 */
public final class Letters {

    private static final Pattern IN_ANGLES = Pattern.compile("<([^<>\\s]{1,400})>");
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s<>\"(),;:]{1,200}@[^\\s<>\"(),;:]{1,200})");
    private static final Pattern ANSWER =
            Pattern.compile("(?i)\\s*(re|aw|sv|antw|ref|rif|fwd?|wg|tr)\\s*(\\[\\d+])?\\s*:.*");
    private static final List<String> USUAL =
            List.of("from", "date", "message-id", "subject", "received", "to", "mime-version");

    private Letters() {}

    /**
     * The record of a mail.
     *
     * @throws RejectedException {@code MALFORMED} when it is no mail, {@code TOO_DEEP} when its
     *     parts nest beyond reason
     */
    public static ObjectNode read(byte[] mail) {
        MailParts parts = MailParts.of(mail);
        MailHeaders headers = parts.headers();
        if (USUAL.stream().noneMatch(name -> headers.first(name).isPresent())) {
            throw new RejectedException(
                    FailureReason.MALFORMED, "this is no mail: no header of one");
        }
        ObjectNode letter = JsonNodeFactory.instance.objectNode();
        Optional<String> subject = headers.first("subject");
        Optional<String> from = headers.first("from").flatMap(Letters::address);
        Optional<String> answered = headers.first("in-reply-to").flatMap(Letters::id);
        Optional<String> root = headers.first("references").flatMap(Letters::id);
        put(letter, "messageId", headers.first("message-id").flatMap(Letters::id));
        put(letter, "from", from);
        put(letter, "fromDomain", from.map(text -> text.substring(text.indexOf('@') + 1)));
        put(letter, "date", headers.first("date"));
        put(letter, "subject", subject);
        put(letter, "thread", root.or(() -> answered));
        letter.put("reply", answered.isPresent() || subject.filter(Letters::answers).isPresent());
        put(letter, "language", headers.first("content-language"));
        put(letter, "auto", Automatic.reasonOf(headers, from));
        put(letter, "text", Optional.of(parts.text()));
        return letter;
    }

    private static boolean answers(String subject) {
        return ANSWER.matcher(subject).matches();
    }

    private static void put(ObjectNode letter, String name, Optional<String> value) {
        value.filter(text -> !text.isBlank())
                .ifPresent(text -> letter.put(name, Decoded.wellFormed(text.strip())));
    }

    /** The first id of a header; one without its angle brackets is taken as it is. */
    private static Optional<String> id(String header) {
        Matcher matcher = IN_ANGLES.matcher(header);
        if (matcher.find()) {
            return Optional.of(matcher.group(1));
        }
        String first = header.strip().replaceAll("\\s.*", "");
        return first.isEmpty() ? Optional.empty() : Optional.of(first);
    }

    private static Optional<String> address(String header) {
        Matcher angles = IN_ANGLES.matcher(header);
        while (angles.find()) {
            if (angles.group(1).indexOf('@') > 0) {
                return Optional.of(angles.group(1).toLowerCase(Locale.ROOT));
            }
        }
        Matcher bare = ADDRESS.matcher(header);
        return bare.find() ? Optional.of(bare.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
