package io.throughline.channels.file;

/** Whether a line looks like one whole JSON object, told by its braces alone. */
final class ObjectLine {

    private ObjectLine() {}

    static boolean matches(ByteWindow window, int from, int to) {
        int depth = 0;
        boolean quoted = false;
        boolean closed = false;
        for (int i = from; i < to; i++) {
            byte b = window.at(i);
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else {
                    quoted = b != '"';
                }
            } else if (!Bytes.isSpace(b)) {
                if (closed || (depth == 0 && b != '{')) {
                    return false;
                }
                quoted = b == '"';
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                closed = depth == 0;
            }
        }
        return closed;
    }
}
