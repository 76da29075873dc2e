package io.throughline.notify.message;

import java.util.List;

/**
 * A message as a mail: subject, text and HTML that say the same. How it is put into MIME is for
 * whoever sends it.
 *
 * @param subject one line
 * @param text for readers that show no HTML
 * @param html a whole document without scripts, images or anything else that is fetched
 */
public record MailMessage(String subject, String text, String html) {

    private static final int LONGEST_SUBJECT = 160;

    /** The message as a mail. */
    public static MailMessage of(AlertMessage message) {
        return of(List.of(message));
    }

    /** One mail about several alerts, at least one. */
    public static MailMessage of(List<AlertMessage> messages) {
        String more = messages.size() == 1 ? "" : " (and " + (messages.size() - 1) + " more)";
        return new MailMessage(
                Plain.line(
                                "[Throughline] " + messages.get(0).headline(),
                                LONGEST_SUBJECT - more.length())
                        + more,
                PlainText.of(messages),
                MailHtml.of(messages));
    }
}
