package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.Limits;
import io.throughline.channels.file.SseParser;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.JsonReader;
import io.throughline.channels.scaffold.Sample.Shape;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a payload of a shape that nobody named, told by its content.
 *
 * <p>The one hard thing is that nearly every text can be read as CSV, so CSV is what is left when
 * nothing else fits, and even then there must be a header row and a row that has as many cells.
 */
public final class SampleReader {

    /** Enough to see what is in a feed; what comes after it is not looked at. */
    private static final int MOST_RECORDS = 10_000;

    private static final Pattern FORM =
            Pattern.compile("\\s*[\\w.%+\\-\\[\\]]+=[^&\\s]*(?:&[\\w.%+\\-\\[\\]]+=[^&\\s]*)+\\s*");
    private static final Pattern EVENTS =
            Pattern.compile("\\s*(?:(?:event|id|retry|data):|:).*", Pattern.DOTALL);
    private static final Pattern DATA_LINE = Pattern.compile("(?m)^data:");

    private SampleReader() {}

    /**
     * Reads a sample.
     *
     * @param name of its file
     * @throws SampleException when it is none that a channel could read, with what to do about it
     */
    public static Sample read(String name, byte[] bytes) {
        refuseWideCharacters(bytes);
        Charset charset = Encodings.of(bytes);
        String text = Decoded.of(bytes, charset).text();
        if (text.isBlank()) {
            throw new SampleException(
                    name + " is empty. Save a payload with at least one record in it, and try it.");
        }
        Sample sample = of(name, text, bytes, charset);
        if (sample.documents().isEmpty()) {
            throw new SampleException(
                    name
                            + " is "
                            + sample.shape().words()
                            + " without a record. Take a payload that holds one.");
        }
        return sample;
    }

    private static Sample of(String name, String text, byte[] bytes, Charset charset) {
        char first = text.stripLeading().charAt(0);
        if (first == '<') {
            throw new SampleException(
                    name
                            + " is an HTML or XML page, and JSON or CSV is due. When it came from a"
                            + " URL, that is mostly a log-in page: give the key the interface asks"
                            + " for with --header 'Authorization: Bearer …'.");
        }
        if (first == '{' || first == '[') {
            return json(name, text, charset);
        }
        if (EVENTS.matcher(text).matches() && DATA_LINE.matcher(text).find()) {
            return sample(name, Shape.EVENTS, charset, events(bytes));
        }
        if (FORM.matcher(text).matches()) {
            return sample(name, Shape.FORM, charset, List.of(form(text)));
        }
        return CsvSample.read(name, text, charset, MOST_RECORDS);
    }

    private static Sample json(String name, String text, Charset charset) {
        try {
            return sample(name, Shape.JSON, charset, List.of(parse(text)));
        } catch (RejectedException whole) {
            List<JsonNode> lines = new ArrayList<>();
            int all = 0;
            for (String line : (Iterable<String>) text.lines()::iterator) {
                if (!line.isBlank() && all++ < MOST_RECORDS) {
                    parsed(line).filter(JsonNode::isObject).ifPresent(lines::add);
                }
            }
            if (lines.isEmpty() || 2 * lines.size() < all) {
                throw new SampleException(
                        name
                                + " begins like JSON and is none: "
                                + whole.getMessage()
                                + ". Save the whole body as it was sent.");
            }
            return sample(name, Shape.JSON_LINES, charset, lines);
        }
    }

    private static List<JsonNode> events(byte[] bytes) {
        List<JsonNode> data = new ArrayList<>();
        SseParser parser = new SseParser();
        parser.feed(
                bytes,
                0,
                bytes.length,
                event -> parsed(event.data()).filter(JsonNode::isObject).ifPresent(data::add));
        parser.finish(
                event -> parsed(event.data()).filter(JsonNode::isObject).ifPresent(data::add));
        return data.subList(0, Math.min(MOST_RECORDS, data.size()));
    }

    private static Optional<JsonNode> parsed(byte[] json) {
        return parsed(new String(json, StandardCharsets.UTF_8));
    }

    private static ObjectNode form(String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String pair : text.strip().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SampleException(
                    "the form body holds a '%' that is no encoded character. Save the body as it"
                            + " was sent.");
        }
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(parse(json));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    private static JsonNode parse(String json) {
        return JsonReader.read(new Decoded(json, true), Limits.DEFAULT.maxDepth()).root();
    }

    private static void refuseWideCharacters(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            throw new SampleException(
                    "the sample is UTF-16, which channels do not read. Convert it first: iconv -f"
                            + " UTF-16 -t UTF-8.");
        }
    }

    private static Sample sample(
            String name, Shape shape, Charset charset, List<JsonNode> documents) {
        return new Sample(name, shape, charset.name(), null, 1, documents);
    }
}
