package io.throughline.local.demo.words;

import java.util.List;

/**
 * What a customer has to say, sentence by sentence, before it is put into the form of a channel.
 *
 * @param title a headline, as of a review
 * @param sentences at least one, each a whole sentence
 */
public record Story(String title, List<String> sentences) {

    public Story {
        sentences = List.copyOf(sentences);
    }

    /** The sentences as one paragraph. */
    public String text() {
        return String.join(" ", sentences);
    }
}
