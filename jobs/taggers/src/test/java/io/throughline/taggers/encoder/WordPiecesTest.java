package io.throughline.taggers.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static final List<String> VOCABULARY =
            List.of(
                    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "fee", "##s", "##d", "cafe", ",",
                    "!", "un", "##able", "中", "mask", "[", "]");

    private final WordPieces pieces = new WordPieces(vocabulary());

    @Test
    void cutsTheLongestKnownPieceFromTheLeft() {
        assertThat(cut("The fees unable")).containsExactly("the", "fee", "##s", "un", "##able");
    }

    @Test
    void aWordWithAnUnknownEndIsUnknownAsAWhole() {
        assertThat(cut("feesx fee")).containsExactly("[UNK]", "fee");
    }

    @Test
    void takesAccentsOffAndSetsPunctuationAndIdeographsApart() {
        assertThat(cut("CAFÉ,the中fee!!")).containsExactly("cafe", ",", "the", "中", "fee", "!", "!");
    }

    @Test
    void joinersAndControlCharactersLeaveNoTrace() {
        assertThat(cut("fe\u200De\u0000 t\uFE0Fhe")).containsExactly("fee", "the");
    }

    @Test
    void namesOfSpecialPiecesInATextAreText() {
        assertThat(cut("[CLS] [mask]")).containsExactly("[", "[UNK]", "]", "[", "mask", "]");
    }

    @Test
    void stopsAtTheGivenNumberOfPieces() {
        assertThat(pieces.of("fee ".repeat(50), 1_000, 7)).hasSize(7);
    }

    @Test
    void looksAtNoMoreThanTheGivenCharacters() {
        assertThat(pieces.of(" ".repeat(100) + "fee", 100, 7)).isEmpty();
    }

    @Test
    void aWordOfMoreThanAHundredLettersIsUnknown() {
        assertThat(cut("fee" + "s".repeat(97))).hasSize(98);
        assertThat(cut("fee" + "s".repeat(98))).containsExactly("[UNK]");
    }

    @Test
    void refusesAVocabularyOfAnotherKind() {
        byte[] json = "{\"model\":{\"type\":\"BPE\"}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> WordPieces.read(json))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("word pieces");
    }

    private List<String> cut(String text) {
        return Arrays.stream(pieces.of(text, 1_000, 100)).mapToObj(VOCABULARY::get).toList();
    }

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> ids = new HashMap<>();
        for (String piece : VOCABULARY) {
            ids.put(piece, ids.size());
        }
        return ids;
    }
}
