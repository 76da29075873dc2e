package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    @TempDir Path directory;

    @Test
    void thePageNeedsNothingFromElsewhere() throws IOException {
        assertThat(page("tweets"))
                .startsWith("<!doctype html>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("src=");
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        Matcher pictures = SVG.matcher(page("tweets"));
        int count = 0;
        while (pictures.find()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(pictures.group())));
            assertThat(pictures.group()).doesNotContain("NaN").doesNotContain("Infinity");
            count++;
        }
        assertThat(count).as("plane, reliability, coverage").isEqualTo(3);
    }

    @Test
    void namesFromFilesAreEscaped() throws IOException {
        assertThat(page("a<b>&c")).contains("a&lt;b&gt;&amp;c").doesNotContain("a<b>");
    }

    @Test
    void theDirectoryHoldsThePageAndTheFigures() throws IOException {
        Path page = HtmlReport.write(report("tweets"), directory.resolve("out"));

        assertThat(page).exists();
        assertThat(directory.resolve("out").resolve("report.json")).content().contains("\"rows\":");
    }

    private String page(String name) throws IOException {
        return HtmlReport.html(report(name));
    }

    private EvaluationReport report(String name) throws IOException {
        SentimentTagger tagger =
                verbatim ->
                        new Sentiment(
                                verbatim.text().startsWith("good")
                                        ? SentimentLabel.POSITIVE
                                        : SentimentLabel.NEGATIVE,
                                0,
                                0.8,
                                null,
                                "fake",
                                "1");
        Path file =
                Files.writeString(
                        directory.resolve(name + ".csv"),
                        "text,sentiment\ngood,positive\nbad,negative\ngood grief,negative\n");
        return Evaluation.run(
                LabelSet.check(List.of(file)),
                List.of(Contestant.of("one", tagger), Contestant.of("two", tagger)),
                EvaluationOptions.DEFAULTS,
                EvaluationProgress.NONE);
    }
}
