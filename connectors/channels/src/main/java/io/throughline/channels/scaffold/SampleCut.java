package io.throughline.channels.scaffold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shortens a sample to what makes a fixture: its first records, as they were. A fixture is read by
 * people and mutated a thousand times by the kit, and twenty records show what two thousand do.
 */
public final class SampleCut {

    /** Records that are kept. */
    public static final int KEPT = 20;

    private static final int SMALL = 64 << 10;

    private SampleCut() {}

    /** The fixture of a sample: its own bytes when it is small enough. */
    public static byte[] of(Proposal proposal, byte[] bytes) {
        Sample sample = proposal.sample();
        if (bytes.length <= SMALL && proposal.recordNodes().size() <= 5 * KEPT) {
            return bytes;
        }
        return switch (sample.shape()) {
            case JSON_LINES -> lines(sample, bytes, KEPT);
            case CSV -> rows(sample, bytes);
            case EVENTS -> events(bytes);
            case JSON -> json(proposal, bytes);
            case FORM -> bytes;
        };
    }

    private static byte[] lines(Sample sample, byte[] bytes, int count) {
        Charset charset = Charset.forName(sample.encoding());
        List<String> lines = new String(bytes, charset).lines().limit(count).toList();
        return (String.join("\n", lines) + "\n").getBytes(charset);
    }

    /** Quoted cells may hold line breaks: a row ends where the number of quotes is even. */
    private static byte[] rows(Sample sample, byte[] bytes) {
        int rows = 0;
        boolean quoted = false;
        for (int i = 0; i < bytes.length; i++) {
            quoted ^= bytes[i] == '"';
            if (bytes[i] == '\n' && !quoted && ++rows == KEPT + sample.headerRows()) {
                return java.util.Arrays.copyOf(bytes, i + 1);
            }
        }
        return bytes;
    }

    private static byte[] events(byte[] bytes) {
        String[] events = new String(bytes, StandardCharsets.UTF_8).split("\\R\\R", KEPT + 1);
        List<String> kept = List.of(events).subList(0, Math.min(KEPT, events.length));
        return (String.join("\n\n", kept) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Proposal proposal, byte[] bytes) {
        JsonNode document = proposal.sample().documents().get(0).deepCopy();
        JsonNode list = document;
        if (proposal.records() != null) {
            for (String step :
                    proposal.records()
                            .replace("[*].node", "")
                            .replace("[*]", "")
                            .substring(1)
                            .split("\\.|\\['|']", -1)) {
                list = step.isEmpty() ? list : list.path(step);
            }
        }
        if (!(list instanceof ArrayNode array)) {
            return bytes;
        }
        while (array.size() > KEPT) {
            array.remove(array.size() - 1);
        }
        try {
            return new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document)
                    .concat("\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }
}
