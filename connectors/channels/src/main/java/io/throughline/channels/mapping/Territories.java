package io.throughline.channels.mapping;

import io.throughline.channels.Languages;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins a language and a territory to a tag. App stores write territories with three letters, which
 * BCP 47 does not know: ISO 3166-1 alpha-3 codes become their alpha-2 codes.
 */
final class Territories {

    private static final Map<String, String> SHORT = shortCodes();

    private Territories() {}

    /** The tag, e.g. {@code en-US}; empty when one of the two is none. */
    static Optional<String> tagOf(String language, String territory) {
        String tag = Languages.tagOf(language);
        if (tag == null) {
            return Optional.empty();
        }
        String code = territory.strip().toUpperCase(Locale.ROOT);
        try {
            return Optional.of(
                    new Locale.Builder()
                            .setLanguageTag(tag)
                            .setRegion(SHORT.getOrDefault(code, code))
                            .build()
                            .toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2)) {
            codes.put(new Locale("", code).getISO3Country(), code);
        }
        return codes;
    }
}
