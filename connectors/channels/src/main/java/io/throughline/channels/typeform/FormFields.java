package io.throughline.channels.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The questions of a form, by id and by ref. A field's key is its ref where a person chose it,
 * since it outlives a change of the title; refs Typeform makes up are UUIDs and tell nobody
 * anything, so there the key is the title as a slug (letters and digits of any script, lower case,
 * hyphens between words, up to 60 characters), else the id.
 */
final class FormFields {

    private static final Pattern GENERATED =
            Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int LONGEST_SLUG = 60;

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Map<String, JsonNode> byRef = new HashMap<>();

    private FormFields() {}

    static FormFields of(JsonNode definition) {
        FormFields fields = new FormFields();
        fields.add(definition.path("fields"));
        return fields;
    }

    /** A group of questions holds them in its properties. */
    private void add(JsonNode questions) {
        for (JsonNode question : questions) {
            Fields.lenientText(question, "id").ifPresent(id -> byId.put(id, question));
            Fields.lenientText(question, "ref").ifPresent(ref -> byRef.put(ref, question));
            add(question.path("properties").path("fields"));
        }
    }

    /** The question an answer belongs to, as far as answer and definition tell. */
    FormField questionOf(JsonNode answer) {
        JsonNode own = answer.path("field");
        String id = own.path("id").asText("");
        String ref = own.path("ref").asText("");
        JsonNode defined = byId.containsKey(id) ? byId.get(id) : byRef.get(ref);
        JsonNode question = defined == null ? own : defined;
        String type = own.path("type").asText(question.path("type").asText(""));
        return new FormField(key(ref, id, question), type, question.path("properties"));
    }

    private static String key(String ref, String id, JsonNode question) {
        String chosen = ref.isBlank() ? question.path("ref").asText("") : ref;
        if (!chosen.isBlank() && !GENERATED.matcher(chosen).matches()) {
            return chosen;
        }
        String title = question.path("title").asText("").toLowerCase(Locale.ROOT);
        String slug = BETWEEN_WORDS.matcher(title).replaceAll("-").replaceAll("^-|-$", "");
        if (slug.codePointCount(0, slug.length()) > LONGEST_SLUG) {
            slug = slug.substring(0, slug.offsetByCodePoints(0, LONGEST_SLUG));
        }
        return slug.isEmpty() ? (id.isBlank() ? chosen : id) : slug;
    }
}
