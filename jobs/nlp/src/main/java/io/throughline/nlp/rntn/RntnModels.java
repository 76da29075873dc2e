package io.throughline.nlp.rntn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of Stanford CoreNLP's models that its sentiment needs: 81 MB out of the two model jars'
 * 919 MB. They are not part of this product and are fetched only when somebody chooses an engine
 * that needs them.
 */
public final class RntnModels {

    /** System property with the directory of the files. */
    public static final String PROPERTY = "throughline.corenlp.models";

    /** Environment variable with the directory of the files; the property goes before it. */
    public static final String VARIABLE = "THROUGHLINE_CORENLP_MODELS";

    private static final String ROOT = "edu/stanford/nlp/models/";
    static final String SENTIMENT = ROOT + "sentiment/sentiment.ser.gz";
    static final String TAGGER = ROOT + "pos-tagger/english-left3words-distsim.tagger";
    static final String SHIFT_REDUCE = ROOT + "srparser/englishSR.ser.gz";
    static final String PCFG = ROOT + "lexparser/englishPCFG.ser.gz";

    /** All of them: paths below the directory, the same as in the model jars. */
    public static final List<String> ENTRIES = List.of(SENTIMENT, TAGGER, SHIFT_REDUCE, PCFG);

    private RntnModels() {}

    /** Where the files are looked for. */
    public static Path directory() {
        String given = System.getProperty(PROPERTY, System.getenv(VARIABLE));
        return given == null || given.isBlank() ? defaultDirectory() : Path.of(given);
    }

    /** Where the files are when nobody says otherwise: in the user's cache. */
    static Path defaultDirectory() {
        return Path.of(System.getProperty("user.home"), ".cache", "throughline")
                .resolve("corenlp-" + version());
    }

    /** Those of the entries that are not in the directory. */
    public static List<String> missing(Path directory, List<String> entries) {
        return entries.stream()
                .filter(entry -> !Files.isRegularFile(directory.resolve(entry)))
                .toList();
    }

    /** What to do about missing entries. */
    static String advice(String engine, List<String> missing, Path directory) {
        String where =
                directory.equals(defaultDirectory()) ? "" : " -D" + PROPERTY + "=" + directory;
        return "the engine "
                + engine
                + " needs model files of Stanford CoreNLP that are not in "
                + directory
                + ": "
                + String.join(", ", missing)
                + ". Fetch them once with 'mvn -Prntn-models -pl jobs/nlp"
                + " dependency:unpack@rntn-models"
                + where
                + "' (downloads 919 MB, keeps 81 MB), or name a directory that has them with "
                + VARIABLE;
    }

    /**
     * Copies the entries out of model jars that are at hand.
     *
     * @param directory where to; made when it is not there
     * @param jars {@code stanford-corenlp-VERSION-models.jar} and {@code …-models-english.jar}
     * @throws IOException when a jar cannot be read, the directory not written, or an entry is in
     *     none of the jars
     */
    public static void extract(Path directory, List<Path> jars) throws IOException {
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (String name : ENTRIES) {
                    ZipEntry entry = zip.getEntry(name);
                    if (entry != null) {
                        copy(zip, entry, directory.resolve(name));
                    }
                }
            }
        }
        List<String> missing = missing(directory, ENTRIES);
        if (!missing.isEmpty()) {
            throw new IOException("in none of the jars: " + String.join(", ", missing));
        }
    }

    /** A file is there whole or not at all. */
    private static void copy(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path partial = Files.createTempFile(target.getParent(), "partial", ".tmp");
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Version of CoreNLP that this was built with. */
    static String version() {
        Properties properties = new Properties();
        try (InputStream in = RntnModels.class.getResourceAsStream("corenlp.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("corenlp.properties cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
