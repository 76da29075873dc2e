package io.throughline.channels.scaffold;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.file.FileEnvelopes;
import io.throughline.channels.file.FileEnvelopes.Positioned;
import io.throughline.channels.file.FileOrigin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What becomes of a sample by a definition: the way to see whether a proposal holds what it
 * promises before anything is written.
 *
 * @param accepted records that are feedback
 * @param filtered records that a drop rule leaves out
 * @param rejected how many records were refused, by reason and message
 * @param duplicates feedback whose id another one of the sample has as well
 */
public record Trial(int accepted, int filtered, Map<String, Integer> rejected, int duplicates) {

    private static final AuthorKeys KEYS =
            new AuthorKeys("nothing of a trial is kept".getBytes(StandardCharsets.UTF_8));

    /**
     * Tries a definition.
     *
     * @param observed when the sample was there to be seen
     * @throws io.throughline.yaml.YamlException when the definition is none
     */
    public static Trial of(String yaml, String sampleName, byte[] bytes, Instant observed) {
        ChannelDefinition definition = ChannelDefinitions.read("channel.yaml", yaml);
        ChannelParser parser = new ChannelParser(definition, KEYS);
        FileOrigin file = new FileOrigin(sampleName, sampleName, observed, null);
        List<Outcome> outcomes = new ArrayList<>();
        try (FileEnvelopes envelopes =
                FileEnvelopes.open(definition, file, new ByteArrayInputStream(bytes), 0)) {
            Optional<Positioned> next = envelopes.next();
            while (next.isPresent()) {
                outcomes.addAll(parser.parse(next.get().envelope()));
                next = envelopes.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(outcomes);
    }

    private static Trial of(List<Outcome> outcomes) {
        int filtered = 0;
        Map<String, Integer> rejected = new TreeMap<>();
        Map<String, Integer> ids = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted one) {
                ids.merge(one.feedback().id(), 1, Integer::sum);
            } else if (outcome instanceof Outcome.Rejected one) {
                rejected.merge(one.reason() + ": " + one.message(), 1, Integer::sum);
            } else {
                filtered++;
            }
        }
        int accepted = ids.values().stream().mapToInt(Integer::intValue).sum();
        return new Trial(accepted, filtered, rejected, accepted - ids.size());
    }

    /** How many records were refused. */
    public int refused() {
        return rejected.values().stream().mapToInt(Integer::intValue).sum();
    }
}
