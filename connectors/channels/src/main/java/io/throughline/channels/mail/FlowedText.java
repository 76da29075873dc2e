package io.throughline.channels.mail;

/**
 * Paragraphs of {@code format=flowed} (RFC 3676): a line that ends in a space goes on in the next
 * one, but for the mark before a signature.
 */
final class FlowedText {

    private static final String SIGNATURE = "-- ";

    private FlowedText() {}

    /**
     * @param deletesSpace whether the space at the end of a line was put there for the break alone
     */
    static String unwrapped(String text, boolean deletesSpace) {
        StringBuilder unwrapped = new StringBuilder(text.length());
        boolean flows = false;
        for (String line : text.split("\\r?\\n", -1)) {
            boolean quoted = line.startsWith(">");
            if (flows && !quoted && !line.isBlank() && !line.equals(SIGNATURE)) {
                line = line.startsWith(" ") ? line.substring(1) : line;
            } else if (unwrapped.length() > 0 || flows) {
                unwrapped.append('\n');
                line = line.startsWith(" ") ? line.substring(1) : line;
            }
            flows = line.endsWith(" ") && !line.equals(SIGNATURE) && !quoted;
            boolean shorter = flows && deletesSpace;
            unwrapped.append(line, 0, shorter ? line.length() - 1 : line.length());
        }
        return unwrapped.toString();
    }
}
