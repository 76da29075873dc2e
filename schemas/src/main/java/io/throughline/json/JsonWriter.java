package io.throughline.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one JSON object in a given order; what is null is left out. Text that is no valid Unicode
 * (a surrogate without its partner) gets U+FFFD in its place, since no UTF-8 reader would take it.
 */
public final class JsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Whole numbers up to here are exact as double and are written without a fraction. */
    private static final double EXACT = 1L << 53;

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** The object that the fields make, on one line. */
    public static String object(Consumer<JsonWriter> fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.writeStartObject();
            fields.accept(new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    /** A text; left out when null. */
    public JsonWriter text(String name, String value) {
        return value == null
                ? this
                : run(() -> out.writeStringField(Unicode.repair(name), Unicode.repair(value)));
    }

    /** A value that is null, where its absence is to be seen. */
    public JsonWriter nothing(String name) {
        return run(() -> out.writeNullField(name));
    }

    /** A whole number. */
    public JsonWriter number(String name, long value) {
        return run(() -> out.writeNumberField(name, value));
    }

    /** A whole number; left out when null. */
    public JsonWriter number(String name, Long value) {
        return value == null ? this : number(name, value.longValue());
    }

    /** A number, 2 rather than 2.0; left out when it is not finite, which JSON cannot say. */
    public JsonWriter number(String name, double value) {
        if (!Double.isFinite(value)) {
            return this;
        }
        if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return number(name, (long) value);
        }
        return run(() -> out.writeNumberField(name, value));
    }

    /** A time in UTC with {@code Z} and a fraction only when it is not zero; left out when null. */
    public JsonWriter time(String name, Instant value) {
        return value == null ? this : text(name, value.toString());
    }

    /** An object. */
    public JsonWriter object(String name, Consumer<JsonWriter> fields) {
        return run(
                () -> {
                    out.writeObjectFieldStart(name);
                    fields.accept(this);
                    out.writeEndObject();
                });
    }

    /** An object made from a value; left out when the value is null. */
    public <T> JsonWriter object(String name, T value, BiConsumer<JsonWriter, T> fields) {
        return value == null ? this : object(name, nested -> fields.accept(nested, value));
    }

    /** A list of objects. */
    public <T> JsonWriter objects(
            String name, Collection<T> values, BiConsumer<JsonWriter, T> fields) {
        return run(
                () -> {
                    out.writeArrayFieldStart(name);
                    for (T value : values) {
                        out.writeStartObject();
                        fields.accept(this, value);
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                });
    }

    /** A list of texts. */
    public JsonWriter texts(String name, Collection<String> values) {
        return run(
                () -> {
                    out.writeArrayFieldStart(name);
                    for (String value : values) {
                        out.writeString(Unicode.repair(value));
                    }
                    out.writeEndArray();
                });
    }

    /** True or false. */
    public JsonWriter bool(String name, boolean value) {
        return run(() -> out.writeBooleanField(name, value));
    }

    /** A list of whole numbers. */
    public JsonWriter numbers(String name, long[] values) {
        return run(
                () -> {
                    out.writeFieldName(name);
                    out.writeArray(values, 0, values.length);
                });
    }

    /** Bytes in Base64. */
    public JsonWriter binary(String name, byte[] bytes) {
        return run(() -> out.writeBinaryField(name, bytes));
    }

    private JsonWriter run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return this;
    }

    private interface Step {
        void run() throws IOException;
    }
}
