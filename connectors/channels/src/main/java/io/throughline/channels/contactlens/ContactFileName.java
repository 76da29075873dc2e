package io.throughline.channels.contactlens;

import io.throughline.channels.transcript.FileStem;
import io.throughline.model.RawEnvelope;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which Contact Lens stores an analysis: {@code CONTACT_analysis_TIME.json}, or
 * {@code CONTACT_analysis_redacted_TIME.json}. Of a file that was renamed, the name without its
 * ending stands for the contact.
 *
 * @param contactId never blank
 * @param time the part that holds the time; the whole name of a file that was renamed
 */
record ContactFileName(String contactId, String time) {

    private static final Pattern NAME =
            Pattern.compile("([^/\\\\]+?)_analysis(?:_redacted)?_(.+)", Pattern.CASE_INSENSITIVE);

    /** Empty when the bytes are from no file, or not the first in one that was renamed. */
    static Optional<ContactFileName> of(RawEnvelope envelope) {
        String name = envelope.headers().getOrDefault(RawEnvelope.FILE_NAME, "");
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches()) {
            return Optional.of(new ContactFileName(matcher.group(1), matcher.group(2)));
        }
        return FileStem.of(envelope).map(stem -> new ContactFileName(stem, name));
    }
}
