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
    void takesTheThreeEntriesOutOfTheJarsAndNothingElse() throws IOException {
        Path models = jar("models.jar", RntnModels.SENTIMENT, RntnModels.TAGGER, "other/big.bin");
        Path english = jar("models-english.jar", RntnModels.PARSER);
        Path target = directory.resolve("target");

        RntnModels.extract(target, List.of(models, english));

        assertThat(RntnModels.missing(target)).isEmpty();
        assertThat(target.resolve(RntnModels.PARSER)).hasContent(RntnModels.PARSER);
        assertThat(target.resolve("other")).doesNotExist();
    }

    @Test
    void anEntryThatIsInNoJarIsNamed() throws IOException {
        Path models = jar("models.jar", RntnModels.SENTIMENT, RntnModels.TAGGER);

        assertThatThrownBy(() -> RntnModels.extract(directory.resolve("t"), List.of(models)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("englishSR.ser.gz")
                .hasMessageNotContaining("sentiment.ser.gz");
    }

    @Test
    void theAdviceSaysWhatIsMissingWhereAndWhatToRun() {
        assertThat(RntnModels.advice(directory))
                .contains(directory.toString())
                .contains("englishSR.ser.gz")
                .contains("mvn -Prntn-models -pl jobs/nlp dependency:unpack@rntn-models")
                .contains("-Dthroughline.corenlp.models=" + directory)
                .contains("THROUGHLINE_CORENLP_MODELS");
        assertThat(RntnModels.advice(RntnModels.defaultDirectory()))
                .doesNotContain(" -Dthroughline");
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
