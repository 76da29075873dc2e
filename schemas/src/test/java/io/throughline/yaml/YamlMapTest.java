package io.throughline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlMapTest {

    @Test
    void hintsAtTheNearestKnownKey() {
        YamlFile file = YamlFile.parse("f", "outer:\n  ownr: x\n");

        file.root().requiredMap("outer").only("id", "owner", "order");

        assertThat(messages(file))
                .containsExactly("f:2:3: error: unknown key 'ownr'; did you mean 'owner'?");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsNear() {
        YamlFile file = YamlFile.parse("f", "colour: x\n");

        file.root().only("id", "owner");

        assertThat(messages(file))
                .containsExactly("f:1:1: error: unknown key 'colour'; known are id, owner");
    }

    @Test
    void findsADuplicateKeyAndKeepsTheFirst() {
        YamlFile file = YamlFile.parse("f", "a: 1\nb: 2\na: 3\n");

        assertThat(file.root().text("a")).contains("1");
        assertThat(messages(file)).containsExactly("f:3:1: error: duplicate key 'a'");
    }

    @Test
    void refusesAKeyThatIsNoText() {
        YamlFile file = YamlFile.parse("f", "? [a, b]\n: 1\n");

        assertThat(file.root().keys()).isEmpty();
        assertThat(messages(file)).containsExactly("f:1:3: error: a key must be a text");
    }

    @Test
    void readsScalarsOfEachType() {
        YamlMap root = YamlFile.parse("f", "n: 12\nd: 1.5\nb: true\nt: 'x'\ne: ''\n").root();

        assertThat(root.integer("n")).contains(12L);
        assertThat(root.number("d")).contains(1.5);
        assertThat(root.bool("b")).contains(true);
        assertThat(root.text("t")).contains("x");
        assertThat(root.text("e")).contains("");
        assertThat(root.keys()).containsExactly("n", "d", "b", "t", "e");
    }

    @Test
    void notesWrongTypesWhereTheyStand() {
        YamlFile file =
                YamlFile.parse("f", "n: twelve\nd: [1]\nb: yes\nm: text\nl: 5\nt: {x: 1}\n");
        YamlMap root = file.root();

        assertThat(root.integer("n")).isEmpty();
        assertThat(root.number("d")).isEmpty();
        assertThat(root.bool("b")).isEmpty();
        assertThat(root.map("m")).isEmpty();
        assertThat(root.maps("l")).isEmpty();
        assertThat(root.text("t")).isEmpty();
        assertThat(messages(file))
                .containsExactly(
                        "f:1:4: error: 'n': a whole number is due, not 'twelve'",
                        "f:2:4: error: 'd' is a single value",
                        "f:3:4: error: 'b': true or false is due, not 'yes'",
                        "f:4:4: error: 'm': a mapping is due",
                        "f:5:4: error: 'l' is a list",
                        "f:6:4: error: 't' is a single value");
    }

    @Test
    void notesWhatIsMissingOrEmpty() {
        YamlFile file = YamlFile.parse("f", "top:\n  a: ~\n  b: ' '\n");
        YamlMap top = file.root().requiredMap("top");

        assertThat(top.requiredText("a")).isEmpty();
        assertThat(top.requiredText("b")).isEmpty();
        assertThat(top.requiredMap("c").keys()).isEmpty();
        assertThat(top.has("a")).isFalse();
        assertThat(messages(file))
                .containsExactly(
                        "f:2:3: error: 'a' is missing or empty",
                        "f:2:3: error: 'c' is missing or empty",
                        "f:3:6: error: 'b' is missing or empty");
    }

    @Test
    void takesOneTextAsAListOfOne() {
        YamlMap root = YamlFile.parse("f", "one: x\nmany: [a, 2, true]\n").root();

        assertThat(root.texts("one")).containsExactly("x");
        assertThat(root.texts("many")).containsExactly("a", "2", "true");
        assertThat(root.texts("none")).isEmpty();
    }

    @Test
    void pointsAtAnItemOfAList() {
        YamlFile file = YamlFile.parse("f", "l:\n  - a\n  - b\n");

        file.root().errorAt("l", 1, "bad");
        file.root().warningAt("l", 0, "odd");
        file.root().errorAt("l", 9, "outside");

        assertThat(messages(file))
                .containsExactlyInAnyOrder(
                        "f:3:5: error: bad", "f:2:5: warning: odd", "f:2:3: error: outside");
    }

    @Test
    void keepsGoodItemsBesideBadOnes() {
        YamlFile file = YamlFile.parse("f", "l:\n  - {id: a}\n  - text\n  - {id: b}\n");

        assertThat(file.root().maps("l"))
                .extracting(map -> map.requiredText("id"))
                .containsExactly("a", "b");
        assertThat(messages(file)).containsExactly("f:3:5: error: 'l' is a list of mappings");
    }

    @Test
    void referencesNeedNoQuotesInsideBraces() {
        YamlFile file =
                YamlFile.parse(
                        "f",
                        "auth: {secret: ${secret.a-b}, url: 'x${page}y', d: ${env.X:-8 9}, oops: 1}\n");
        YamlMap auth = file.root().requiredMap("auth");

        assertThat(auth.text("secret")).contains("${secret.a-b}");
        assertThat(auth.text("url")).contains("x${page}y");
        assertThat(auth.text("d")).contains("${env.X:-8 9}");
        auth.only("secret", "url", "d");
        assertThat(messages(file)).singleElement().asString().startsWith("f:1:67: error: unknown");
    }

    @Test
    void aWordThatIsNotKnownComesWithTheNearestThatIs() {
        YamlFile file = YamlFile.parse("f", "mode: Fil\nkind: x\nfine: poll\n");

        assertThat(file.root().choice("mode", List.of("file", "poll"))).isEmpty();
        assertThat(file.root().choice("kind", List.of("file", "poll"))).isEmpty();
        assertThat(file.root().choice("fine", List.of("file", "poll"))).contains("poll");
        assertThat(messages(file))
                .containsExactly(
                        "f:1:7: error: 'Fil' is not known; did you mean 'file'?",
                        "f:2:7: error: 'x' is not known; known are file, poll");
    }

    @Test
    void tellsTextFromMapping() {
        YamlMap root = YamlFile.parse("f", "m: {a: 1}\nt: x\n").root();

        assertThat(root.isMap("m")).isTrue();
        assertThat(root.isMap("t")).isFalse();
        assertThat(root.isMap("none")).isFalse();
    }

    private static List<String> messages(YamlFile file) {
        return file.problems().stream().map(YamlProblem::toString).toList();
    }
}
