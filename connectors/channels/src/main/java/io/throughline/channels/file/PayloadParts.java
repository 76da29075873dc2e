package io.throughline.channels.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FileSpec.Format;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cuts a body that was polled or posted as a file is cut, so that both give the same records: a row
 * of CSV and a line are read by themselves.
 */
public final class PayloadParts {

    private PayloadParts() {}

    /** The parts in their order, each with what its envelope says and what it needs beside. */
    public static List<RawEnvelope> of(ChannelDefinition definition, RawEnvelope whole) {
        if (isOne(definition, whole.payload())) {
            return List.of(whole);
        }
        String name = whole.headers().getOrDefault(RawEnvelope.FILE_NAME, "");
        FileOrigin origin = new FileOrigin(whole.origin(), name, whole.observedAt(), null);
        List<RawEnvelope> parts = new ArrayList<>();
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(
                        definition, origin, new ByteArrayInputStream(whole.payload()), 0)) {
            for (Optional<Positioned> next = envelopes.next();
                    next.isPresent();
                    next = envelopes.next()) {
                parts.add(part(whole, next.get().envelope()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /**
     * A line by itself, JSON where rows are due (any channel can be read from JSON), and what is
     * not even a header row.
     */
    private static boolean isOne(ChannelDefinition definition, byte[] payload) {
        int first = 0;
        int last = payload.length;
        while (last > 0 && Bytes.isSpace(payload[last - 1])) {
            last--;
        }
        while (first < last && Bytes.isSpace(payload[first])) {
            first++;
        }
        if (first == last) {
            return true;
        }
        boolean table = definition.file().format() == Format.CSV;
        if (table && (payload[first] == '{' || payload[first] == '[')) {
            return true;
        }
        for (int i = first; i < last; i++) {
            if (payload[i] == '\n' || (table && CsvReader.isDelimiter(payload[i]))) {
                return false;
            }
        }
        return true;
    }

    private static RawEnvelope part(RawEnvelope whole, RawEnvelope part) {
        Map<String, String> headers = new TreeMap<>(part.headers());
        headers.remove(RawEnvelope.FILE_NAME);
        headers.putAll(whole.headers());
        return new RawEnvelope(
                whole.source(),
                whole.observedAt(),
                whole.occurredAtHint(),
                whole.occurredAtSource(),
                whole.origin(),
                whole.position(),
                headers,
                part.originalSize(),
                part.payload());
    }
}
