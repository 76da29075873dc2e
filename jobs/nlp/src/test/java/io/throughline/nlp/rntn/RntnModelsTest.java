package io.throughline.nlp.rntn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RntnModelsTest {

    @TempDir Path directory;

    @Test
    void takesTheEntriesOutOfTheJarsAndNothingElse() throws IOException {
        Path models =
                jar(
                        "models.jar",
                        RntnModels.SENTIMENT,
                        RntnModels.TAGGER,
                        RntnModels.PCFG,
                        "other/big.bin");
        Path english = jar("models-english.jar", RntnModels.SHIFT_REDUCE);
        Path target = directory.resolve("target");

        RntnModels.extract(target, List.of(models, english));

        assertThat(RntnModels.missing(target, RntnModels.ENTRIES)).isEmpty();
        assertThat(target.resolve(RntnModels.PCFG)).hasContent(RntnModels.PCFG);
        assertThat(target.resolve("other")).doesNotExist();
    }

    @Test
    void anEntryThatIsInNoJarIsNamed() throws IOException {
        Path models = jar("models.jar", RntnModels.SENTIMENT, RntnModels.TAGGER, RntnModels.PCFG);

        assertThatThrownBy(() -> RntnModels.extract(directory.resolve("t"), List.of(models)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("englishSR.ser.gz")
                .hasMessageNotContaining("sentiment.ser.gz");
    }

    @Test
    void theAdviceSaysWhichEngineMissesWhatWhereAndWhatToRun() {
        assertThat(advice(directory))
                .contains("the engine corenlp-rntn needs")
                .contains(directory.toString())
                .contains("englishSR.ser.gz")
                .doesNotContain("englishPCFG")
                .contains("mvn -Prntn-models -pl jobs/nlp dependency:unpack@rntn-models")
                .contains("-Dthroughline.corenlp.models=" + directory)
                .contains("THROUGHLINE_CORENLP_MODELS");
        assertThat(advice(RntnModels.defaultDirectory())).doesNotContain(" -Dthroughline");
    }

    private static String advice(Path where) {
        return RntnModels.advice("corenlp-rntn", RntnSentimentEngine.ENTRIES, where);
    }

    @Test
    void theDefaultDirectoryNamesTheVersion() {
        assertThat(RntnModels.defaultDirectory().getFileName().toString())
                .matches("corenlp-\\d+\\.\\d+\\.\\d+");
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes());
                out.closeEntry();
            }
        }
        return jar;
    }
}
