package io.throughline.channels.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.json.Fields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The questions of a survey by id, where the payload carries them: as {@code questions}, or as the
 * {@code elements} of {@code blocks}. Webhooks carry none by themselves. A question nobody
 * describes is judged by its id, since many are chosen by a person, such as {@code nps}.
 */
final class Questions {

    private final Map<String, Question> byId = new HashMap<>();

    private Questions() {}

    static Questions of(JsonNode response) {
        Questions questions = new Questions();
        questions.add(response.path("questions"));
        JsonNode survey = response.path("survey");
        questions.add(survey.path("questions"));
        for (JsonNode block : survey.path("blocks")) {
            questions.add(block.path("elements"));
        }
        return questions;
    }

    private void add(JsonNode list) {
        for (JsonNode question : list) {
            Fields.lenientText(question, "id")
                    .ifPresent(
                            id ->
                                    byId.put(
                                            id,
                                            new Question(
                                                    Fields.lenientText(question, "type").orElse(""),
                                                    question.path("range").asInt(0))));
        }
    }

    Question of(String id) {
        Question described = byId.get(id);
        return described == null ? byName(id.toLowerCase(Locale.ROOT)) : described;
    }

    private static Question byName(String id) {
        for (String scale : new String[] {"nps", "csat", "ces"}) {
            if (id.matches("(^|.*[^a-z])" + scale + "([^a-z].*|$)")) {
                return new Question(scale, 0);
            }
        }
        return new Question("", 0);
    }
}
