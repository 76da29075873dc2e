package io.throughline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.language.LanguageDetector;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.local.backtest.HeadedCsv;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads feedback for work on a journey map: a CSV with a header, JSON lines, or a text a line.
 * Columns and fields are {@code text}, and if they are there {@code stage} (or {@code category},
 * for a map of categories to stages) and {@code language}.
 */
final class FeedbackTexts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*\\{");

    private final LanguageDetector languages = new LanguageDetector();
    private final Map<String, String> stageOfCategory;

    /**
     * @param stageOfCategory stages of the values in the column {@code category}
     */
    FeedbackTexts(Map<String, String> stageOfCategory) {
        this.stageOfCategory = stageOfCategory;
    }

    /** Reads a file; {@code -} is what comes on stdin. */
    List<Told> read(String file) throws IOException {
        if (file.equals("-")) {
            return read(file, System.in);
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new UserException("there is no file " + file);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(file, in);
        }
    }

    private List<Told> read(String file, InputStream in) throws IOException {
        String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String text = all.startsWith("\uFEFF") ? all.substring(1) : all;
        if (text.stripLeading().startsWith("{")) {
            return jsonLines(file, text);
        }
        if (ARRAY.matcher(text).lookingAt()) {
            throw new UserException(
                    file
                            + " is a JSON array; of JSON one object a line is read. Make them with:"
                            + " jq -c '.[]'");
        }
        String header = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        boolean csv =
                header.matches("(.*[,\"])?\\s*text\\s*([,\"].*)?")
                        && !header.strip().equals("text");
        if (csv || file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return csv(file, text);
        }
        return text.lines().map(line -> told(line, null, null)).toList();
    }

    private List<Told> jsonLines(String file, String text) throws IOException {
        List<Told> told = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    told.add(object(file, number, line));
                }
            }
        }
        return told;
    }

    private Told object(String file, int number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return told(
                    node.path("text").asText(""),
                    stage(node.path("stage").asText(""), node.path("category").asText("")),
                    node.path("language").asText(""));
        } catch (JsonProcessingException e) {
            throw new UserException(file + ", line " + number + ": is no JSON", e);
        }
    }

    private List<Told> csv(String file, String text) throws IOException {
        List<Told> told = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(text, HeadedCsv.FORMAT)) {
            if (!rows.getHeaderMap().containsKey("text")) {
                throw new UserException(
                        file
                                + " has no column 'text'; it has "
                                + String.join(", ", rows.getHeaderNames()));
            }
            for (CSVRecord row : rows) {
                told.add(
                        told(
                                field(row, "text"),
                                stage(field(row, "stage"), field(row, "category")),
                                field(row, "language")));
            }
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new UserException(file + " is no CSV: " + e.getMessage(), e);
        }
        return told;
    }

    private static String field(CSVRecord row, String name) {
        return row.isSet(name) ? row.get(name) : "";
    }

    private String stage(String stage, String category) {
        return stage.isBlank() ? stageOfCategory.get(category) : stage;
    }

    private Told told(String text, String stage, String language) {
        List<String> turns = text.isBlank() ? List.of() : List.of(text);
        String known = language == null || language.isBlank() ? languages.detect(text) : language;
        return new Told(new Verbatim(turns, known, null, null), stage);
    }

    /** Reads a CSV with the columns {@code category} and {@code stage}. */
    static Map<String, String> stagesOfCategories(Path file) throws IOException {
        Map<String, String> stages = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                CSVParser rows =
                        CSVParser.parse(
                                new InputStreamReader(in, StandardCharsets.UTF_8),
                                HeadedCsv.FORMAT)) {
            if (!rows.getHeaderMap().keySet().containsAll(List.of("category", "stage"))) {
                throw new UserException(file + " must have the columns 'category' and 'stage'");
            }
            for (CSVRecord row : rows) {
                stages.put(row.get("category"), row.get("stage"));
            }
        }
        return stages;
    }

    /** As many as that, spread evenly; all when there are fewer. */
    static <T> List<T> spread(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }
}
