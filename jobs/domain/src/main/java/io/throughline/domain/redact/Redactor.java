package io.throughline.domain.redact;

import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Masks personal data in what a customer wrote or said: pattern, checksum where there is one, and
 * the words around it. What is not masked stays as it was, to the last invisible character.
 * Thread-safe; the time is linear in the text, whatever the text is.
 */
public final class Redactor {

    private static final List<Finder> LINKS_AND_MAIL = List.of(new LinkFinder(), new EmailFinder());

    /** In this order: what has a checksum or a fixed form claims before what has not. */
    private static final List<Finder> NUMBERS =
            List.of(
                    new IbanFinder(),
                    new IpFinder(),
                    new CardFinder(),
                    new NationalIdFinder(),
                    new PhoneFinder());

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}]+");

    /** Masks text, every turn of the conversation, the values of the extras, and the link. */
    public Redacted redact(Feedback feedback) {
        Map<String, Integer> entities = new TreeMap<>();
        Conversation conversation = feedback.conversation();
        FeedbackBuilder redacted = feedback.toBuilder();
        // The text of a conversation is its customer's turns: what it repeats is counted once.
        boolean isRepeated = conversation != null;
        redacted.text(mask(feedback.text(), "", isRepeated ? new TreeMap<>() : entities));
        if (conversation != null) {
            redacted.conversation(
                    new Conversation(conversation.id(), turns(conversation, entities)));
        }
        Map<String, String> extras = new TreeMap<>();
        feedback.extras()
                .forEach((key, value) -> extras.put(key, mask(value, words(key), entities)));
        redacted.extras(extras).url(mask(feedback.url(), "url", entities));
        return new Redacted(redacted.build(), entities);
    }

    /**
     * The text with a placeholder such as {@code [EMAIL_ADDRESS]} for each entity; null for null.
     */
    public String redactText(String text) {
        return mask(text, "", new TreeMap<>());
    }

    private static List<Turn> turns(Conversation conversation, Map<String, Integer> entities) {
        List<Turn> turns = new ArrayList<>(conversation.turns().size());
        for (Turn turn : conversation.turns()) {
            turns.add(turn.withText(mask(turn.text(), "", entities)));
        }
        return turns;
    }

    private static String mask(String text, String lead, Map<String, Integer> entities) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        Scan scan = new Scan(text, lead);
        LINKS_AND_MAIL.forEach(finder -> finder.find(scan));
        if (!scan.groups().isEmpty()) {
            NUMBERS.forEach(finder -> finder.find(scan));
        }
        return scan.masked(entities);
    }

    /** The words of a key such as {@code phoneNumber} or {@code app_version}. */
    private static String words(String key) {
        String words = BETWEEN_WORDS.matcher(key).replaceAll(" ").strip();
        return words.isEmpty() ? "value" : words;
    }
}
