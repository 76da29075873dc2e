package io.throughline.channels.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hidden fields of a form say: they are set by the page that links to it, and are the one
 * place where a form knows who answers.
 *
 * @param id of the respondent; null when no hidden field names one
 * @param others the hidden fields but for that one
 */
record Respondent(String id, Map<String, String> others) {

    private static final List<String> IDS = List.of("userid", "customerid", "email");

    static Respondent of(JsonNode hidden) {
        Map<String, String> fields = new TreeMap<>();
        hidden.properties()
                .forEach(
                        field ->
                                Fields.lenientText(hidden, field.getKey())
                                        .ifPresent(value -> fields.put(field.getKey(), value)));
        for (String wanted : IDS) {
            for (String name : List.copyOf(fields.keySet())) {
                String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
                if (plain.equals(wanted)) {
                    String value = fields.remove(name).strip();
                    return new Respondent(
                            wanted.equals("email") ? value.toLowerCase(Locale.ROOT) : value,
                            fields);
                }
            }
        }
        return new Respondent(null, fields);
    }
}
