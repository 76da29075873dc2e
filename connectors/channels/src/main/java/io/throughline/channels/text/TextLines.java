package io.throughline.channels.text;

/** Collects the text of HTML line by line. */
final class TextLines {

    private final StringBuilder text = new StringBuilder();
    private boolean spaceDue;
    private boolean paragraphDue;

    /** Adds text; runs of white space become one space, and none at the ends of a line. */
    void append(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                spaceDue = true;
            } else {
                startParagraph();
                if (spaceDue && !atLineStart()) {
                    text.append(' ');
                }
                spaceDue = false;
                text.append(c);
            }
        }
    }

    /** Ends the line, also an empty one. */
    void lineBreak() {
        startParagraph();
        text.append('\n');
        spaceDue = false;
    }

    /** Ends the line when there is something on it and something comes after it. */
    void paragraph() {
        paragraphDue = true;
        spaceDue = false;
    }

    String text() {
        return text.toString().strip();
    }

    private void startParagraph() {
        if (paragraphDue && !atLineStart()) {
            text.append('\n');
        }
        paragraphDue = false;
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}
