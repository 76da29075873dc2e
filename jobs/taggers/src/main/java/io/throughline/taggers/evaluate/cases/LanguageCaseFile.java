package io.throughline.taggers.evaluate.cases;

import io.throughline.model.Channel;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the language cases: a CSV {@code category,name,text,expected,rating,language,turns}, where
 * {@code expected} may hold several labels with {@code |} between, ratings are of 1 to 5, and turns
 * are lines that begin with {@code agent:} or {@code customer:}.
 */
final class LanguageCaseFile {

    private static final String CASES = "language-cases.csv";
    private static final double MOST_STARS = 5;

    private LanguageCaseFile() {}

    /** The cases that come with the program, in the order of the file. */
    static List<LanguageCase> read() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = LanguageCaseFile.class.getResourceAsStream(CASES);
                CSVParser rows =
                        CSVParser.parse(
                                new InputStreamReader(in, StandardCharsets.UTF_8), format)) {
            List<LanguageCase> cases = new ArrayList<>();
            for (CSVRecord row : rows) {
                cases.add(read(row));
            }
            return List.copyOf(cases);
        } catch (IOException e) {
            throw new UncheckedIOException("the cases are in the jar", e);
        }
    }

    private static LanguageCase read(CSVRecord row) {
        String text = row.get("text");
        FeedbackBuilder feedback =
                new FeedbackBuilder(Channel.OTHER, "cases", String.valueOf(row.getRecordNumber()))
                        .occurredAt(Instant.EPOCH)
                        .observedAt(Instant.EPOCH)
                        .text(text.isEmpty() ? null : text);
        if (!row.get("rating").isEmpty()) {
            feedback.rating(new Rating(Double.parseDouble(row.get("rating")), 1, MOST_STARS));
        }
        if (!row.get("language").isEmpty()) {
            feedback.language(row.get("language"));
        }
        if (!row.get("turns").isEmpty()) {
            converse(feedback, row.get("turns"));
        }
        Feedback built = feedback.build();
        return new LanguageCase(
                row.get("category"),
                row.get("name"),
                built,
                Set.of(row.get("expected").split("\\|")));
    }

    /** The text of a conversation is its customer turns, one a line. */
    private static void converse(FeedbackBuilder feedback, String lines) {
        List<Turn> turns = new ArrayList<>();
        List<String> customer = new ArrayList<>();
        for (String line : lines.split("\n")) {
            String[] parts = line.split(": ", 2);
            Role role = Role.valueOf(parts[0].toUpperCase(Locale.ROOT));
            turns.add(new Turn(turns.size(), role, parts[1], null, null));
            if (role == Role.CUSTOMER) {
                customer.add(parts[1]);
            }
        }
        feedback.conversation(new Conversation("case", turns))
                .text(customer.isEmpty() ? null : String.join("\n", customer));
    }
}
