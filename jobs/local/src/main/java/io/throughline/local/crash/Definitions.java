package io.throughline.local.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two channels, written as a user would write them. */
final class Definitions {

    static final String POLLED = "crash-poll";
    static final String STREAMED = "crash-stream";

    private static final String MAP =
            """
            map:
              naturalId: $.id
              revision: $.version
              occurredAt: $.updated
              text: $.text
              deleted: $.deleted
            """;

    private Definitions() {}

    static List<Path> write(Path directory, String url) throws IOException {
        return List.of(
                Files.writeString(
                        directory.resolve("poll.yaml"),
                        """
                        apiVersion: throughline/v1
                        id: %s
                        channel: web
                        mode: poll
                        request:
                          url: %s/changes
                          interval: 250ms
                          page: {type: link, next: $.next}
                          cursor: {field: $.updated, kind: datetime, param: since, order: asc, inclusive: true}
                        records: $.items[*]
                        """
                                        .formatted(POLLED, url)
                                + MAP),
                Files.writeString(
                        directory.resolve("stream.yaml"),
                        """
                        apiVersion: throughline/v1
                        id: %s
                        channel: social
                        mode: stream
                        stream:
                          url: %s/events
                          backoff: {min: 1s, max: 1s}
                        """
                                        .formatted(STREAMED, url)
                                + MAP));
    }
}
