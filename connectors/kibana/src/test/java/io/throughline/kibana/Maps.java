package io.throughline.kibana;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;

/** Journey maps of our own making. */
public final class Maps {

    private Maps() {}

    /** Three stages: with a goal, with one below zero that is not whole, and with none. */
    public static JourneyMap tram() {
        return JourneyMapReader.read(
                "tram.yaml",
                """
                apiVersion: throughline/v1
                journey: tram
                version: 1
                stages:
                  - id: ticket
                    name: Getting a ticket
                    order: 1
                    owner: sales
                    contributors: [digital]
                    goal: {netSentiment: 30}
                    examples: ["The machine took my coins and printed nothing"]
                    cues: [ticket, machine]
                    touchpoints: [ticket-machine]
                    moments:
                      - id: first-ticket
                        when: {first: {touchpoint: ticket-machine}}
                  - id: ride
                    name: On the tram
                    order: 2
                    owner: operations
                    goal: {netSentiment: -2.5}
                    examples: ["Packed again, I could not even get on"]
                    cues: [crowded, packed]
                  - id: lost
                    name: When I lost something
                    order: 3
                    owner: lost-property
                    examples: ["They found my umbrella within a day"]
                    cues: [umbrella, lost]
                """);
    }
}
