package io.throughline.channels.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.Ratings;
import io.throughline.channels.RejectedException;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.Author;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One response. It was given when it ended, and its revision is when it was recorded. Times without
 * a zone are in the one that the third header row names, else UTC.
 *
 * <p>The text is the answers to text questions, a line each; the rating is the first NPS question,
 * 0 to 10. The author is the external reference, else the recipient's e-mail address. Other
 * answers, and data the survey was given, are extras under the name of their column; what says who
 * somebody is or where is left out.
 */
final class Response {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Set<String> TRUE = Set.of("1", "true", "yes");
    private static final Set<String> UNWANTED =
            Set.of(
                    "survey preview",
                    "survey test",
                    "spam",
                    "possible spam",
                    "preview spam",
                    "possible preview spam",
                    "imported spam",
                    "possible imported spam",
                    "offline survey preview");
    private static final int PREVIEW = 1;
    private static final int TEST = 2;
    private static final int SPAM = 8;
    private static final List<String> FORMATS = List.of("iso", "M/d/yyyy H:mm[:ss]");
    private static final Map<ZoneId, TimeReader> READERS = new ConcurrentHashMap<>();

    private final Columns columns;
    private final JsonNode values;
    private final JsonNode labels;
    private final RawEnvelope envelope;
    private final MapContext context;
    private final Map<String, String> own = new HashMap<>();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final Map<String, String> extras = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private Rating rating;
    private boolean answered;

    /**
     * @param labels choices as texts, by import id; may be missing
     */
    Response(
            Columns columns,
            JsonNode values,
            JsonNode labels,
            RawEnvelope envelope,
            MapContext context) {
        this.columns = columns;
        this.values = values;
        this.labels = labels;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        for (Columns.Of each : columns.all()) {
            if (each.kind() == Column.Kind.OWN) {
                value(each.column()).ifPresent(text -> own.put(each.column().importId(), text));
                zones.put(each.column().importId(), each.column().zone());
            }
        }
        Optional<String> unwanted = unwanted();
        if (unwanted.isPresent()) {
            return new Outcome.Filtered(unwanted.get());
        }
        String id = own("_recordId").orElseThrow(() -> RejectedException.missing("ResponseId"));
        Instant ended =
                Stream.of("endDate", "recordedDate", "startDate")
                        .flatMap(name -> time(name).stream())
                        .findFirst()
                        .orElseThrow(() -> RejectedException.missing("EndDate"));
        boolean finished = own("finished").map(text -> TRUE.contains(lower(text))).orElse(true);
        columns.all().forEach(this::answer);
        if (!answered) {
            if (finished) {
                throw RejectedException.missing("every answer");
            }
            return new Outcome.Filtered("no-answer");
        }
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .occurredAt(ended)
                        .revision(time("recordedDate").map(Instant::toEpochMilli).orElse(1L))
                        .observedAt(envelope.observedAt())
                        .text(texts.isEmpty() ? null : String.join("\n", texts))
                        .rating(rating)
                        .extra("finished", Boolean.toString(finished));
        extras.forEach(feedback::extra);
        own("progress").ifPresent(text -> feedback.extra("progress", text));
        own("duration").ifPresent(text -> feedback.extra("durationSeconds", text));
        own("distributionChannel").ifPresent(text -> feedback.extra("distribution", text));
        own("externalDataReference")
                .or(() -> own("recipientEmail").map(Response::lower))
                .map(author -> context.authors().keyOf(context.source(), author))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        own("userLanguage").ifPresent(tag -> language(tag, feedback));
        return new Outcome.Accepted(feedback.build());
    }

    /** A number whose bits say what a response is, or the words the account's language has. */
    private Optional<String> unwanted() {
        String status = lower(own("status").orElse(""));
        if (NUMBER.matcher(status).matches()) {
            int bits = Integer.parseInt(status);
            if ((bits & SPAM) != 0) {
                return Optional.of("spam");
            }
            return (bits & PREVIEW) != 0
                    ? Optional.of("preview")
                    : (bits & TEST) != 0 ? Optional.of("test") : Optional.empty();
        }
        if (!UNWANTED.contains(status)) {
            return Optional.empty();
        }
        return Optional.of(
                status.contains("spam") ? "spam" : status.contains("test") ? "test" : "preview");
    }

    private void answer(Columns.Of each) {
        Optional<String> value = value(each.column());
        if (value.isEmpty()) {
            return;
        }
        switch (each.kind()) {
            case TEXT -> {
                texts.add(value.get());
                answered = true;
            }
            case NPS -> {
                Rating given = Ratings.steps(each.column().name(), value.get(), 0, 10);
                rating = rating == null ? given : rating;
                answered = true;
            }
            case ANSWER -> {
                extras.put(each.column().name(), label(each.column()).orElse(value.get()));
                answered = true;
            }
            case EMBEDDED -> extras.put(each.column().name(), value.get());
            case OWN, PERSONAL -> {
                // read before, or not ours to keep
            }
        }
    }

    private Optional<String> label(Column column) {
        JsonNode label = labels.path(column.importId());
        if (label.isArray()) {
            List<String> several = new ArrayList<>();
            label.forEach(item -> several.add(item.asText()));
            return Optional.of(String.join(", ", several)).filter(text -> !text.isBlank());
        }
        return label.isTextual() && !label.textValue().isBlank()
                ? Optional.of(label.textValue().strip())
                : Optional.empty();
    }

    /**
     * @throws RejectedException {@code INVALID_FIELD} for an object
     */
    private Optional<String> value(Column column) {
        JsonNode value = values.path(column.name());
        if (value.isObject()) {
            throw RejectedException.invalid(column.name(), "is an object");
        }
        if (value.isArray()) {
            List<String> several = new ArrayList<>();
            value.forEach(item -> several.add(item.asText()));
            return Optional.of(String.join(", ", several)).filter(text -> !text.isBlank());
        }
        String text = value.isNull() ? "" : value.asText("").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<String> own(String importId) {
        return Optional.ofNullable(own.get(importId));
    }

    private Optional<Instant> time(String importId) {
        ZoneId named = zones.get(importId);
        ZoneId zone = named == null ? ZoneOffset.UTC : named;
        TimeReader reader = READERS.computeIfAbsent(zone, z -> new TimeReader(FORMATS, z));
        return own(importId)
                .map(
                        text ->
                                Moments.checked(
                                        importId,
                                        reader.read(text)
                                                .orElseThrow(
                                                        () ->
                                                                RejectedException.invalid(
                                                                        importId, "is no time")),
                                        envelope));
    }

    /**
     * Some of Qualtrics' codes are no tags, such as {@code ZH-S}: then the language alone counts.
     */
    private static void language(String code, FeedbackBuilder feedback) {
        String tag = lower(code);
        Languages.set(feedback, Languages.tagOf(tag) == null ? tag.replaceAll("[-_].*", "") : tag);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
