package io.throughline.notify.message;

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
        return new MailMessage(
                Plain.line("[Throughline] " + message.headline(), LONGEST_SUBJECT),
                PlainText.of(message),
                MailHtml.of(message));
    }
}
