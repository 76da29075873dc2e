package io.throughline.local.demo.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A response to one of our two surveys, as Typeform posts it: answers carry no question text, the
 * definition beside them does.
 *
 * @param form which survey
 * @param eventId a ULID
 * @param token of the response; stays the same when the webhook is delivered again
 * @param score on the form's scale
 * @param reason why; null when left empty
 * @param wish what to do better; null when left empty
 * @param email null when not given
 * @param hidden values that came with the link
 */
public record Survey(
        Form form,
        String eventId,
        String token,
        Instant landed,
        Instant submitted,
        int score,
        String reason,
        String wish,
        String email,
        Map<String, String> hidden) {

    /** The surveys there are. */
    public enum Form {
        /** How likely are you to recommend us, 0 to 10. */
        RELATIONSHIP("hR7kQ2wz", "How are we doing?", "opinion_scale"),
        /** One to five stars after a contact. */
        CONTACT("bT4mXn9c", "Your recent contact with Harborline", "rating");

        private final String id;
        private final String title;
        private final String scale;

        Form(String id, String title, String scale) {
            this.id = id;
            this.title = title;
            this.scale = scale;
        }
    }

    /** The body of the webhook. */
    public byte[] body() {
        return Json.write(event()).getBytes(StandardCharsets.UTF_8);
    }

    /** The event. */
    public ObjectNode event() {
        ObjectNode event = Json.object();
        event.put("event_id", eventId).put("event_type", "form_response");
        ObjectNode response = event.putObject("form_response");
        response.put("form_id", form.id).put("token", token);
        response.put("landed_at", seconds(landed)).put("submitted_at", seconds(submitted));
        ObjectNode with = response.putObject("hidden");
        hidden.forEach(with::put);
        response.set("definition", definition());
        ArrayNode answers = response.putArray("answers");
        answer(answers, "number", "score", form.scale).put("number", score);
        if (reason != null) {
            answer(answers, "text", "reason", "long_text").put("text", reason);
        }
        if (wish != null) {
            answer(answers, "text", "wish", "long_text").put("text", wish);
        }
        if (email != null) {
            answer(answers, "email", "email", "email").put("email", email);
        }
        return event;
    }

    private ObjectNode definition() {
        ObjectNode definition = Json.object();
        definition.put("id", form.id).put("title", form.title);
        ArrayNode fields = definition.putArray("fields");
        if (form == Form.RELATIONSHIP) {
            field(fields, "score", form.scale, "How likely are you to recommend us?")
                    .put("steps", 11)
                    .put("start_at_one", false);
        } else {
            field(fields, "score", form.scale, "How was it?").put("steps", 5).put("shape", "star");
        }
        field(fields, "reason", "long_text", "What is the main reason for your answer?");
        field(fields, "wish", "long_text", "Anything else you would like us to know?");
        field(fields, "email", "email", "May we write to you? (optional)");
        return definition;
    }

    private ObjectNode field(ArrayNode fields, String name, String type, String title) {
        ObjectNode field = fields.addObject();
        field.put("id", form.id + "_" + name).put("title", title).put("type", type);
        field.put("ref", "harborline_" + name);
        return field.putObject("properties");
    }

    private ObjectNode answer(ArrayNode answers, String type, String name, String fieldType) {
        ObjectNode answer = answers.addObject().put("type", type);
        answer.putObject("field")
                .put("id", form.id + "_" + name)
                .put("type", fieldType)
                .put("ref", "harborline_" + name);
        return answer;
    }

    private static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
