package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.Survey;
import io.throughline.model.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Webhooks that come from the right sender and are still no use. */
final class BrokenSurveys {

    /** Above what a record of a channel may have, below what the gateway takes. */
    private static final int TOO_LARGE = (4 << 20) + (200 << 10);

    private static final int TOO_DEEP = 2000;

    private BrokenSurveys() {}

    static List<Broken> of(List<Draft> drafts, SurveyWriter writer) {
        List<Broken> broken = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Draft draft = drafts.get(i * drafts.size() / 9);
            Survey survey = writer.write(draft, writer.tell(draft)).survey();
            broken.add(spoil(draft, survey, i));
        }
        return broken;
    }

    private static Broken spoil(Draft draft, Survey survey, int way) {
        ObjectNode event = survey.event();
        ObjectNode response = (ObjectNode) event.get("form_response");
        FailureReason reason = FailureReason.MALFORMED;
        byte[] body = null;
        switch (way) {
            case 0 -> body = Arrays.copyOf(survey.body(), survey.body().length * 2 / 3);
            case 1 ->
                    body =
                            bytes(
                                    "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>");
            case 2 -> {
                body = survey.body();
                body[body.length / 2] = (byte) 0xC3;
                body[body.length / 2 + 1] = (byte) 0x28;
                reason = FailureReason.INVALID_ENCODING;
            }
            case 3 -> {
                response.remove("token");
                reason = FailureReason.MISSING_FIELD;
            }
            case 4 -> {
                response.remove("submitted_at");
                reason = FailureReason.MISSING_FIELD;
            }
            case 5 -> {
                response.put("submitted_at", "2099-01-01T00:00:00Z");
                reason = FailureReason.INVALID_FIELD;
            }
            case 6 -> {
                response.put("submitted_at", "1970-01-01T00:00:00Z");
                reason = FailureReason.INVALID_FIELD;
            }
            case 7 -> {
                body = bytes("[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP));
                reason = FailureReason.TOO_DEEP;
            }
            default -> {
                response.putObject("hidden").put("note", "blah ".repeat(TOO_LARGE / 5));
                reason = FailureReason.TOO_LARGE;
            }
        }
        if (body == null) {
            body = bytes(event.toString());
        }
        return new Broken(draft.at().plusSeconds(11), body, reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
