package io.throughline.taggers.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void wordsAreLowerCaseAndContractionsMadeWhole() {
        assertThat(normals("I Don't think the company's app IS well-made"))
                .containsExactly("i", "dont", "think", "the", "company", "app", "is", "well-made");
    }

    @Test
    void namesAPostIsAddressedToAreNoTokensAndOthersAreAlike() {
        assertThat(normals("@Acme @Other_1: thanks to @anna")).containsExactly("thanks", "to", "@");
    }

    @Test
    void linksAreAlike() {
        assertThat(normals("see https://t.co/ab?c=d or www.acme.example/x now"))
                .containsExactly("see", "/", "or", "/", "now");
    }

    @Test
    void entitiesAndTagsAreDecoded() {
        assertThat(normals("Q&amp;A<br/>I &lt;3 it &#128077; AT&T"))
                .containsExactly("q", "&", "a", "i", "<3", "it", "👍", "at", "&", "t");
    }

    @Test
    void hashtagsAreKeptAndCutAtHumpsDigitsAndKnownWords() {
        assertThat(normals("#NeverAgain2day #worstservice #epicfail"))
                .containsExactly(
                        "#neveragain2day",
                        "never",
                        "again",
                        "day",
                        "#worstservice",
                        "worst",
                        "service",
                        "#epicfail",
                        "epic",
                        "fail");
    }

    @Test
    void emojiLoseTheirSkinAndJoinedOnesAreOne() {
        Tokens tokens = Tokens.of("👍🏽👍🏿 👩🏽‍💻 ❤️");

        assertThat(normals(tokens)).containsExactly("👍", "👩‍💻", "❤");
        assertThat(tokens.has(0, Mark.STRETCHED)).isTrue();
        assertThat(tokens.kind(1)).isEqualTo(TokenKind.EMOJI);
        assertThat(tokens.category(0)).isEqualTo(Lexicon.SMILE);
    }

    @Test
    void emoticonsStandAlone() {
        assertThat(kinds(":-) :( at 10:30 (8) x:y"))
                .startsWith(
                        TokenKind.EMOTICON, TokenKind.EMOTICON, TokenKind.WORD, TokenKind.NUMBER)
                .filteredOn(kind -> kind == TokenKind.EMOTICON)
                .hasSize(2);
    }

    @Test
    void stretchedWordsAreShortenedAndMarked() {
        Tokens tokens = Tokens.of("soooo gooood hellooo");

        assertThat(normals(tokens)).containsExactly("so", "good", "hello");
        assertThat(tokens.has(0, Mark.STRETCHED)).isTrue();
    }

    @Test
    void capitalsAreMarkedFromThreeLettersOn() {
        Tokens tokens = Tokens.of("I am OK but ANGRY");

        assertThat(tokens.has(4, Mark.CAPITALS)).isTrue();
        assertThat(tokens.has(2, Mark.CAPITALS)).isFalse();
    }

    @Test
    void numbersAreFoldedButMarksOutOfTenAreNot() {
        assertThat(normals("3 hours $12.50 at 10:30 the 3rd 24/7 5% 1/5 9/10 5 stars"))
                .containsExactly(
                        "0", "hours", "$", "$0", "at", "0:", "the", "0t", "0/", "0%", "%", "/-",
                        "/+", "/+", "stars");
    }

    @Test
    void runsOfPunctuationAreTwoAtMost() {
        assertThat(normals("what??? no!!!! really?! well... yes! , ;"))
                .containsExactly(
                        "what", "??", "no", "!!", "really", "?!", "well", "…", "yes", "!", ",",
                        ";");
    }

    @Test
    void everyTokenKnowsWhereItStands() {
        String text = "@Acme &amp; co: NOT goooood 👍🏽 #BadApp";
        Tokens tokens = Tokens.of(text);
        List<String> places = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            places.add(text.substring(tokens.start(i), tokens.end(i)));
        }

        assertThat(places)
                .containsExactly(
                        "&amp;", "co", ":", "NOT", "goooood", "👍🏽", "#BadApp", "Bad", "App");
    }

    @Test
    void forwardedAndQuotedTextIsMarked() {
        Tokens forwarded = Tokens.of("RT @acme: we are great");
        Tokens answered = Tokens.of("this is wrong\n> we are great\nno you are not");

        assertThat(marked(forwarded, Mark.QUOTED)).containsExactly("we", "are", "great");
        assertThat(marked(answered, Mark.QUOTED)).containsExactly("we", "are", "great");
    }

    static List<String> marked(Tokens tokens, Mark mark) {
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.has(i, mark)) {
                marked.add(tokens.normal(i));
            }
        }
        return marked;
    }

    private static List<String> normals(String text) {
        return normals(Tokens.of(text));
    }

    private static List<String> normals(Tokens tokens) {
        List<String> normals = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            normals.add(tokens.normal(i));
        }
        return normals;
    }

    private static List<TokenKind> kinds(String text) {
        Tokens tokens = Tokens.of(text);
        List<TokenKind> kinds = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            kinds.add(tokens.kind(i));
        }
        return kinds;
    }
}
