package io.throughline.taggers.evaluate;

import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.evaluate.EvaluationOptions.Languages;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The rows of several files that are to be tagged, a chunk at a time. */
final class LabelledRows implements Closeable {

    private final Iterator<LabelFile> files;
    private final long limit;
    private final LanguageDetector languages;
    private LabelRows rows;
    private long every = 1;
    private long index;

    LabelledRows(List<LabelFile> files, EvaluationOptions options) {
        this.files = files.iterator();
        this.limit = options.limit();
        this.languages = options.languages() == Languages.DETECTED ? new LanguageDetector() : null;
    }

    /** How many rows of a file are taken. */
    static long taken(LabelFile file, long limit) {
        long every = every(file, limit);
        return (file.rows() + every - 1) / every;
    }

    private static long every(LabelFile file, long limit) {
        return limit >= file.rows() ? 1 : (file.rows() + limit - 1) / limit;
    }

    /** The next rows, at most so many; empty at the end. */
    List<LabelRow> next(int most) throws IOException {
        List<LabelRow> chunk = new ArrayList<>();
        while (chunk.size() < most) {
            Optional<LabelRow> row = row();
            if (row.isEmpty()) {
                break;
            }
            chunk.add(withLanguage(row.get()));
        }
        return chunk;
    }

    private Optional<LabelRow> row() throws IOException {
        while (rows != null || files.hasNext()) {
            if (rows == null) {
                LabelFile file = files.next();
                rows = file.open();
                every = every(file, limit);
                index = 0;
            }
            for (Optional<LabelRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (index++ % every == 0) {
                    return row;
                }
            }
            close();
        }
        return Optional.empty();
    }

    private LabelRow withLanguage(LabelRow row) {
        Verbatim verbatim = row.verbatim();
        if (languages == null || verbatim.language() != null || verbatim.turns().isEmpty()) {
            return row;
        }
        return new LabelRow(
                row.line(),
                row.domain(),
                new Verbatim(
                        verbatim.turns(),
                        languages.detect(verbatim.text()),
                        verbatim.rating(),
                        verbatim.channel()),
                row.sentiment(),
                row.stage());
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
            rows = null;
        }
    }
}
