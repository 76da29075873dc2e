package io.throughline.channels.file;

import io.throughline.channels.definition.Limits;
import java.io.IOException;
import java.util.Optional;

/**
 * One record a row, where a quoted value may hold line breaks. Rows end with a line feed, with a
 * carriage return, or with both.
 *
 * <p>A quote that is never closed would swallow the rest of the file. So when a quoted value does
 * not end as it should (the file ends in it, it grows beyond what can be carried, or its closing
 * quote is followed by something else than a delimiter), the record is taken to end at its first
 * line break, and reading goes on with the next line: the damage stays in one row.
 */
final class CsvReader implements RecordReader {

    private static final String DELIMITERS = ",;\t|";

    private final ByteWindow window;
    private final Character delimiter;

    /**
     * @param delimiter null when it is not known yet: then every usual one counts
     */
    CsvReader(ByteWindow window, Character delimiter) {
        this.window = window;
        this.delimiter = delimiter;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        while (window.has(0)) {
            long position = window.position();
            int length = row();
            if (length > Limits.MAX_CARRIED) {
                return Optional.of(LineReader.cut(window, position, true));
            }
            byte[] row = Bytes.withoutLineEnd(window.copy(length));
            window.skip(window.has(length) ? length + 1 : length);
            if (!Bytes.isBlank(row)) {
                return Optional.of(new RawRecord(row, position, window.position(), -1, null));
            }
        }
        return Optional.empty();
    }

    /** Length of the next row without its line break; above the limit when it is too long. */
    private int row() throws IOException {
        State state = State.FIELD_START;
        int firstBreak = -1;
        int firstReturn = -1;
        for (int i = 0; i <= Limits.MAX_CARRIED; i++) {
            if (!window.has(i)) {
                return state == State.QUOTED ? earliest(firstBreak, firstReturn, i) : i;
            }
            byte b = window.at(i);
            if (state != State.QUOTED && endsLine(i)) {
                return i;
            }
            if (b == '\n' && firstBreak < 0) {
                firstBreak = i;
            } else if (firstReturn < 0 && endsLine(i)) {
                firstReturn = i;
            }
            state = state.after(b, delimits(b));
            if (state == State.BROKEN) {
                return earliest(firstBreak, firstReturn, lineEnd(i));
            }
        }
        int tooLong = Limits.MAX_CARRIED + 1;
        return state == State.QUOTED ? earliest(firstBreak, firstReturn, tooLong) : tooLong;
    }

    private int lineEnd(int from) throws IOException {
        int i = from;
        while (i <= Limits.MAX_CARRIED && window.has(i) && !endsLine(i)) {
            i++;
        }
        return i;
    }

    /** Line feeds first: a lone carriage return in a value of a file that has them ends no line. */
    private static int earliest(int firstBreak, int firstReturn, int otherwise) {
        return firstBreak >= 0 ? firstBreak : firstReturn >= 0 ? firstReturn : otherwise;
    }

    /** A line feed, or a carriage return that none follows. */
    private boolean endsLine(int i) throws IOException {
        byte b = window.at(i);
        return b == '\n' || (b == '\r' && !(window.has(i + 1) && window.at(i + 1) == '\n'));
    }

    /** Whether a byte is one of the usual delimiters. */
    static boolean isDelimiter(byte b) {
        return DELIMITERS.indexOf(b) >= 0;
    }

    private boolean delimits(byte b) {
        return delimiter == null ? isDelimiter(b) : b == (byte) delimiter.charValue();
    }

    /** Where in a row a byte is. */
    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        /** After a quote in a quoted value: either the end of it or the first half of a quote. */
        QUOTE,
        /** White space between a closing quote and the delimiter. */
        CLOSED,
        BROKEN;

        State after(byte b, boolean delimiter) {
            return switch (this) {
                case FIELD_START -> b == '"' ? QUOTED : delimiter ? FIELD_START : PLAIN;
                case PLAIN -> delimiter ? FIELD_START : PLAIN;
                case QUOTED -> b == '"' ? QUOTE : QUOTED;
                case QUOTE -> {
                    if (b == '"') {
                        yield QUOTED;
                    }
                    yield delimiter ? FIELD_START : Bytes.isSpace(b) ? CLOSED : BROKEN;
                }
                case CLOSED -> delimiter ? FIELD_START : Bytes.isSpace(b) ? CLOSED : BROKEN;
                case BROKEN -> BROKEN;
            };
        }
    }
}
