package io.throughline.channels.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mail no customer wrote: answers of a machine (RFC 3834 and what was usual before it), reports of
 * delivery, and bulk mail.
 */
final class Automatic {

    private static final Set<String> POSTMASTERS = Set.of("mailer-daemon", "postmaster");
    private static final Pattern BOUNCE =
            Pattern.compile(
                    "(?i)\\s*(undeliver(able|ed)|delivery status notification|mail delivery (failed|"
                            + "subsystem)|failure notice|returned mail|delivery failure|unzustellbar"
                            + "|mail system error).*");
    private static final Pattern AWAY =
            Pattern.compile(
                    "(?i)\\s*(out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)"
                            + "|autoreply|automatische antwort|abwesenheit(snotiz|sassistent)?|abwesend"
                            + "|réponse automatique|absence du bureau|risposta automatica|respuesta"
                            + " automática|resposta automática|automatisch antwoord|autosvar)\\b.*");

    private Automatic() {}

    /** Why it is left out: {@code bounce}, {@code auto-reply} or {@code bulk}. */
    static Optional<String> reasonOf(MailHeaders headers, Optional<String> from) {
        String subject = headers.first("subject").orElse("");
        if (isBounce(headers, from, subject)) {
            return Optional.of("bounce");
        }
        String submitted = lower(headers, "auto-submitted");
        String precedence = lower(headers, "precedence");
        boolean answers =
                (!submitted.isEmpty() && !submitted.startsWith("no"))
                        || headers.first("x-autoreply").isPresent()
                        || headers.first("x-autorespond").isPresent()
                        || precedence.equals("auto_reply")
                        || lower(headers, "content-type").contains("disposition-notification")
                        || AWAY.matcher(subject).matches();
        if (answers) {
            return Optional.of("auto-reply");
        }
        return precedence.equals("bulk") || precedence.equals("junk")
                ? Optional.of("bulk")
                : Optional.empty();
    }

    private static boolean isBounce(MailHeaders headers, Optional<String> from, String subject) {
        String type = lower(headers, "content-type");
        String name = from.map(address -> address.substring(0, address.indexOf('@'))).orElse("");
        return (type.startsWith("multipart/report") && type.contains("delivery-status"))
                || headers.first("x-failed-recipients").isPresent()
                || lower(headers, "return-path").replace(" ", "").equals("<>")
                || POSTMASTERS.contains(name)
                || BOUNCE.matcher(subject).matches();
    }

    private static String lower(MailHeaders headers, String name) {
        return headers.first(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
