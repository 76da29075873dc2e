package io.throughline.channels;

import io.throughline.model.FeedbackBuilder;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** Language tags as feeds write them, such as {@code en}, {@code en-US} and {@code pt_BR}. */
public final class Languages {

    private Languages() {}

    /**
     * Sets language and, when the tag names more than that, locale. A tag that is none is left out:
     * the language is detected later anyway.
     */
    public static void set(FeedbackBuilder feedback, String tag) {
        String locale = tagOf(tag);
        if (locale != null) {
            String language = Locale.forLanguageTag(locale).getLanguage();
            feedback.language(language.isEmpty() ? null : language);
            feedback.locale(locale.equals(language) ? null : locale);
        }
    }

    /** The well-formed tag; null when it is none. */
    public static String tagOf(String tag) {
        if (tag == null || tag.isBlank()) {
            return null;
        }
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.strip().replace('_', '-')).build();
            return locale.toLanguageTag().equals("und") ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }
}
