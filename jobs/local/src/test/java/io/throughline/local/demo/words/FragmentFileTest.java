package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FragmentFileTest {

    @Test
    void fragmentsStandUnderTheirHeadings() {
        FragmentFile file =
                FragmentFile.parse("x", "# note\n\n[a b]\none: \"two\"\n  three \n[c]\nfour\n");

        assertThat(file.section("a b")).containsExactly("one: \"two\"", "three");
        assertThat(file.section("c")).containsExactly("four");
        assertThat(file.section("d")).isEmpty();
    }

    @Test
    void fragmentWithoutHeadingIsRefused() {
        assertThatThrownBy(() -> FragmentFile.parse("x.txt", "lost\n[a]\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x.txt")
                .hasMessageContaining("lost");
    }

    @Test
    void missingResourceIsNamed() {
        assertThatThrownBy(() -> FragmentFile.read("/demo/words/nothing.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/demo/words/nothing.txt");
    }
}
