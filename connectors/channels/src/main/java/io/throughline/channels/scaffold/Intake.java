package io.throughline.channels.scaffold;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells the channel of each record from a column that says how it came in, such as {@code Submitted
 * via}: when its values are words for channels, and for at least two different ones.
 *
 * @param path where the word is
 * @param values the channel of each word
 */
record Intake(String path, Map<String, String> values) {

    private static final double MOST = 0.7;
    private static final int MOST_VALUES = 12;

    private static final Map<String, Pattern> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("email", Pattern.compile(".*\\b(e ?mail|courriel|correo)\\b.*"));
        WORDS.put(
                "phone",
                Pattern.compile(".*\\b(phone|telephone|telefon|call|voice|ivr|hotline|tel)\\b.*"));
        WORDS.put(
                "social",
                Pattern.compile(
                        ".*\\b(twitter|facebook|instagram|social|mastodon|bluesky|reddit|tiktok)\\b.*"));
        WORDS.put(
                "mobile",
                Pattern.compile(".*\\b(app|mobile|ios|iphone|android|sms|mobile app)\\b.*"));
        WORDS.put("post", Pattern.compile(".*\\b(postal|post|letter|fax|brief|postal mail)\\b.*"));
        WORDS.put(
                "inperson",
                Pattern.compile(
                        ".*\\b(store|branch|walk in|in person|kiosk|inperson|counter|filiale|office)\\b.*"));
        WORDS.put(
                "web",
                Pattern.compile(
                        ".*\\b(web|website|online|internet|browser|portal|web form|widget)\\b.*"));
    }

    /** The column that tells, if there is one. */
    static Optional<Intake> of(Proposal proposal) {
        return proposal.columns().stream()
                .filter(facts -> facts.sure(Meaning.VIA) >= 7 && !facts.column().isList())
                .flatMap(facts -> of(facts).stream())
                .findFirst();
    }

    private static Optional<Intake> of(Facts facts) {
        Map<String, String> values = new LinkedHashMap<>();
        int known = 0;
        for (String text : facts.column().texts()) {
            Optional<String> channel = channel(text);
            known += channel.isPresent() ? 1 : 0;
            channel.ifPresent(id -> values.put(text, id));
        }
        boolean several = new TreeSet<>(values.values()).size() > 1;
        return several && values.size() <= MOST_VALUES && known >= MOST * facts.profile().present()
                ? Optional.of(new Intake(facts.column().path(), values))
                : Optional.empty();
    }

    private static Optional<String> channel(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
