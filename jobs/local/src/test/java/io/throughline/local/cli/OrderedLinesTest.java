package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderedLinesTest {

    private final LineTagger tagger =
            new LineTagger(
                    verbatim -> Sentiment.abstained(Abstention.UNSURE, "none", "1"),
                    verbatim -> new StageTags(List.of(), Abstention.UNSURE, "none", "none", 1),
                    Optional.empty());

    @Test
    void eachLineIsAnsweredBeforeTheNextIsWaitedFor() throws IOException {
        List<String> answered = new ArrayList<>();
        List<Integer> whenAsked = new ArrayList<>();
        Reader slow =
                new Reader() {
                    private int line;

                    @Override
                    public int read(char[] to, int offset, int length) {
                        whenAsked.add(answered.size());
                        if (++line > 3) {
                            return -1;
                        }
                        String text = "{\"id\": \"" + line + "\", \"text\": \"x\"}\n";
                        text.getChars(0, text.length(), to, offset);
                        return text.length();
                    }

                    @Override
                    public boolean ready() {
                        return false;
                    }

                    @Override
                    public void close() {}
                };
        try (OrderedLines lines = new OrderedLines(tagger, 2)) {
            lines.tag(new BufferedReader(slow), line -> answered.add(line.text()), () -> {});
        }

        assertThat(answered).hasSize(3);
        assertThat(whenAsked).containsExactly(0, 1, 2, 3);
    }
}
