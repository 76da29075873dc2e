package io.throughline.taggers.train;

import java.util.List;
import java.util.Objects;

/**
 * A file of training data.
 *
 * @param id short name
 * @param file path below the data directory, or {@code classpath:} and a resource on the class path
 * @param licence under which the data may be used to train a model that is given away
 * @param attribution who made it, as its licence asks to be said
 * @param sha256 of the file; null when any content will do
 * @param format how its rows are read
 * @param text columns whose contents, joined, are the text
 * @param label how a row gets its label
 * @param rating which column has a rating and its scale; null when none does
 * @param weight how much each row counts; 1 is normal
 * @param most rows that are used of each label, those with the lowest hashes; null for all
 */
public record LabelledFile(
        String id,
        String file,
        String licence,
        String attribution,
        String sha256,
        Format format,
        List<String> text,
        LabelRule label,
        RatingRule rating,
        double weight,
        Integer most) {

    /** Beginning of {@link #file} for texts that come with the program. */
    public static final String IN_JAR = "classpath:";

    /** How rows are read. */
    public enum Format {
        /** RFC 4180 with a header. */
        CSV,
        /** Tab-separated without header and without quotes. */
        TSV
    }

    public LabelledFile {
        Objects.requireNonNull(id, "id");
        text = List.copyOf(text);
    }

    /** Whether it is on the class path. */
    public boolean isInJar() {
        return file.startsWith(IN_JAR);
    }
}
