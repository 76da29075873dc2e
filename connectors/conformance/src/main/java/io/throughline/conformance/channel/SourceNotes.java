package io.throughline.conformance.channel;

import java.util.Optional;

/**
 * What the source really does, from its documentation: so that a definition that says otherwise is
 * found out. Without a word the kit's servers do what the definition says.
 *
 * @param includesBoundary whether a filter includes the value that it is given
 * @param newestFirst whether the newest record comes first
 * @param retryAfter header in which it says when to come back
 */
public record SourceNotes(
        Optional<Boolean> includesBoundary,
        Optional<Boolean> newestFirst,
        Optional<String> retryAfter) {

    /** Nothing is said. */
    public static final SourceNotes NONE =
            new SourceNotes(Optional.empty(), Optional.empty(), Optional.empty());
}
