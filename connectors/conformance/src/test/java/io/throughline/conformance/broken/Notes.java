package io.throughline.conformance.broken;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.ChannelYaml;
import io.throughline.conformance.channel.Fixture;
import io.throughline.conformance.channel.KitNotes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Channels of notes, sound and broken, with their fixtures. */
public final class Notes {

    /** A page of the invented source. */
    public static final String PAGE =
            """
            {"notes": [
              {"id": "n-1", "at": "2026-03-04T05:06:07+01:00", "edited": "2026-03-04T05:06:07+01:00",
               "said": "the lift came late", "stars": 2, "by": "ada", "gone": false,
               "agentReply": "we are sorry for that"},
              {"id": "n-2", "at": "2026-03-05T05:06:07+01:00", "edited": "2026-03-05T06:06:07+01:00",
               "said": "friendly people there", "stars": 5, "by": "kim", "gone": false,
               "agentReply": "thank you very much"},
              {"id": "n-3", "at": "2026-03-06T05:06:07+01:00", "edited": "2026-03-06T05:06:07+01:00",
               "by": "lou", "gone": false,
               "talk": [{"who": "agent", "words": "how may I help you today"},
                        {"who": "customer", "words": "my parcel is lost again"}]},
              {"id": "n-4", "at": "2026-03-06T05:06:07+01:00", "edited": "2026-03-07T05:06:07+01:00",
               "said": "never mind all of that", "stars": 1, "by": "sam", "gone": true}],
             "next": null}
            """;

    private static final String JAVA =
            """
            apiVersion: throughline/v1
            id: %s
            channel: web
            mode: push
            mapper: %s
            """;

    private static final Instant OBSERVED = Instant.parse("2026-03-10T00:00:00Z");

    private Notes() {}

    private static KitNotes observed(KitNotes notes) {
        return new KitNotes(Optional.of(OBSERVED), notes.values(), notes.source(), notes.signed());
    }

    /** The channel with one fault. */
    public static ChannelUnderTest with(Fault fault) {
        boolean around = fault == Fault.HOARDS || fault == Fault.REFUSES_THE_PAGE;
        return of(JAVA.formatted(fault.id(), around ? "kit-careless" : "kit-notes"), PAGE);
    }

    /** A channel of a definition, with pages as fixtures. */
    public static ChannelUnderTest of(String yaml, String... pages) {
        return noted(yaml, "{}", pages);
    }

    /** A channel of a definition, with notes on its source. */
    public static ChannelUnderTest noted(String yaml, String kitYaml, String... pages) {
        List<Fixture> fixtures = new ArrayList<>();
        for (int i = 0; i < pages.length; i++) {
            byte[] bytes = pages[i].getBytes(StandardCharsets.UTF_8);
            fixtures.add(new Fixture("page-" + (i + 1) + ".json", bytes, Optional.empty()));
        }
        return new ChannelUnderTest(
                ChannelDefinitions.read("channel.yaml", yaml),
                Optional.of(new ChannelYaml("channel.yaml", yaml)),
                fixtures,
                observed(KitNotes.read("kit.yaml", kitYaml)));
    }
}
