package io.throughline.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes of an invented source, mapped as they should be, or with the one fault that the channel's
 * id names.
 */
public final class NotesMapper implements RecordMapper {

    private static final Logger LOG = LoggerFactory.getLogger(NotesMapper.class);

    private final Set<String> seen = new HashSet<>();

    @Override
    public String name() {
        return "kit-notes";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        List<JsonNode> notes = new ArrayList<>();
        document.path("notes").forEach(notes::add);
        return notes;
    }

    @Override
    public Outcome map(JsonNode note, RawEnvelope envelope, MapContext context) {
        Fault fault = Fault.of(context.source());
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id(note, envelope, fault))
                        .observedAt(envelope.observedAt());
        if (note.path("gone").asBoolean()) {
            return deleted(note, envelope, context, fault);
        }
        Instant at = at(note, envelope, fault);
        feedback.occurredAt(at).revision(revision(note, envelope, fault));
        Conversation talk = talk(note);
        feedback.conversation(talk);
        feedback.text(talk == null ? said(note, fault) : spoken(talk, fault));
        author(note, context, feedback, fault);
        if (fault == Fault.PAGE_IN_EXTRAS) {
            feedback.extra("page", "" + envelope.position());
        }
        if (fault == Fault.BY_CHANCE) {
            feedback.extra("luck", "" + new Random().nextInt());
        }
        if (fault == Fault.REMEMBERS && !seen.add(context.source() + id(note, envelope, fault))) {
            return new Outcome.Filtered("seen");
        }
        if (fault == Fault.REFUSES_LATE_ONES
                && at.isBefore(envelope.observedAt().minus(Duration.ofDays(8)))) {
            throw RejectedException.invalid("at", "is too old");
        }
        if (fault == Fault.SLOW) {
            int found = 0;
            for (int i = 0; i < 400; i++) {
                String time = envelope.observedAt().plusNanos(i).toString();
                found += time.matches("a(b|c)*d?" + i) ? 1 : 0;
            }
            feedback.extra("found", found == 0 ? null : "" + found);
        }
        return new Outcome.Accepted(feedback.build());
    }

    private static Outcome deleted(
            JsonNode note, RawEnvelope envelope, MapContext context, Fault fault) {
        String id = id(note, envelope, fault) + (fault == Fault.DELETES_ANOTHER ? "-x" : "");
        long revision = fault == Fault.DELETE_IS_OLDER ? 0 : revision(note, envelope, fault);
        return new Outcome.Accepted(
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .operation(Operation.DELETE)
                        .revision(revision)
                        .observedAt(envelope.observedAt())
                        .occurredAt(envelope.observedAt())
                        .build());
    }

    private static String id(JsonNode note, RawEnvelope envelope, Fault fault) {
        String id =
                fault == Fault.NAMES_WHAT_HAS_NO_NAME
                        ? note.path("id").asText("unknown")
                        : Fields.requiredText(note, "id");
        return switch (fault) {
            case CONSTANT_ID -> "note";
            case ID_OF_THE_TIME -> note.path("at").asText();
            case ID_OF_THE_AUTHOR -> note.path("by").asText();
            case ID_OF_THE_OBSERVATION -> id + "/" + envelope.observedAt();
            case ID_OF_THE_PAGE -> id + "/" + envelope.payload().length;
            case ID_CHANGES_WITH_THE_TEXT -> id + "/" + note.path("said").asText().hashCode();
            default -> id;
        };
    }

    private static Instant at(JsonNode note, RawEnvelope envelope, Fault fault) {
        if (fault == Fault.THROWS_WITHOUT_A_TIME) {
            return Moments.iso("at", note.get("at").textValue(), envelope);
        }
        if (fault == Fault.TAKES_NOW_FOR_ANY_TIME) {
            try {
                return Moments.iso("at", Fields.requiredText(note, "at"), envelope);
            } catch (RejectedException e) {
                return envelope.observedAt();
            }
        }
        String at = Fields.requiredText(note, "at");
        boolean cut = fault == Fault.DROPS_THE_OFFSET && at.length() > 19;
        return Moments.iso("at", cut ? at.substring(0, 19) : at, envelope);
    }

    private static long revision(JsonNode note, RawEnvelope envelope, Fault fault) {
        Instant edited = Moments.iso("edited", Fields.requiredText(note, "edited"), envelope);
        return switch (fault) {
            case REVISION_OF_THE_OBSERVATION -> envelope.observedAt().toEpochMilli();
            case REVISION_IS_A_HASH ->
                    (edited.hashCode() ^ note.path("said").asText().hashCode()) & 0x7FFFFFFFL;
            case REVISION_FALLS -> 4_000_000_000_000L - edited.toEpochMilli();
            default -> edited.toEpochMilli();
        };
    }

    private static String said(JsonNode note, Fault fault) {
        JsonNode said = note.path("said");
        if (fault == Fault.TAKES_OBJECTS_FOR_TEXT && said.isContainerNode()) {
            return said.toString();
        }
        String text = Fields.words(note, "said").orElse(null);
        if (text == null) {
            return null;
        }
        if (fault == Fault.LOGS_THE_TEXT) {
            LOG.debug("read {}", text);
        }
        if (fault == Fault.QUOTES_THE_TEXT && !note.path("stars").isNumber()) {
            throw RejectedException.invalid("stars", "is no number beside '" + text + "'");
        }
        if (fault == Fault.THROWS_AT_ODD_BYTES && !text.matches("[a-z ]*")) {
            throw new IllegalStateException("odd");
        }
        return switch (fault) {
            case CUTS_THE_TEXT -> text.substring(0, Math.min(500, text.length()));
            case ASCII_ONLY -> text.replaceAll("[^\\x00-\\x7F]", "?");
            case HALF_OF_THE_MARKUP -> text.replaceAll("<[^>]*>", " ");
            case SQUARE_OF_THE_TEXT -> square(text);
            case ANSWER_IN_THE_TEXT -> text + "\n" + note.path("agentReply").asText();
            default -> text;
        };
    }

    /** As a loop that puts a text together piece by piece does. */
    private static String square(String text) {
        String all = "";
        for (int i = 0; i < text.length(); i += 64) {
            all += text.substring(i, Math.min(text.length(), i + 64));
        }
        return all;
    }

    private static Conversation talk(JsonNode note) {
        if (!note.path("talk").isArray()) {
            return null;
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : note.path("talk")) {
            Role role =
                    turn.path("who").asText().toLowerCase(Locale.ROOT).equals("agent")
                            ? Role.AGENT
                            : Role.CUSTOMER;
            turns.add(
                    new Turn(
                            turns.size(),
                            role,
                            Fields.words(turn, "words").orElse(""),
                            null,
                            null));
        }
        return new Conversation(note.path("id").asText(), turns);
    }

    private static String spoken(Conversation talk, Fault fault) {
        String text =
                talk.turns().stream()
                        .filter(
                                turn ->
                                        fault == Fault.SCORES_THE_AGENT
                                                || (turn.role() == Role.CUSTOMER)
                                                        != (fault == Fault.LEAVES_CUSTOMERS_OUT))
                        .map(Turn::text)
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static void author(
            JsonNode note, MapContext context, FeedbackBuilder feedback, Fault fault) {
        Fields.lenientText(note, "by")
                .ifPresent(
                        by -> {
                            String key =
                                    fault == Fault.AUTHOR_AS_IT_IS
                                            ? "hmac:" + by
                                            : context.authors().keyOf(context.source(), by);
                            feedback.author(new Author(key, Role.CUSTOMER));
                            if (fault == Fault.AUTHOR_IN_EXTRAS) {
                                feedback.extra("by", by);
                            }
                            if (fault == Fault.PRINTS_THE_AUTHOR) {
                                System.out.println("a note by " + by);
                            }
                        });
    }
}
