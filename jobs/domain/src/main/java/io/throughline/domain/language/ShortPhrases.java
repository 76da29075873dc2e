package io.throughline.domain.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells the language of a few words, where there are too few letters for n-grams: thanks, praise
 * and blame as customers write them in one word or three. Only words are listed that nobody writes
 * in English, and more than half of a text must be of one language, so that "gracias, great
 * service" stays what it is.
 */
final class ShortPhrases {

    private static final int MOST_WORDS = 4;

    private static final Map<String, List<String>> LANGUAGES = languages();

    private ShortPhrases() {}

    /**
     * ISO 639-1 code; null when no language has more than half of the words, or there are too many.
     *
     * @param words separated by white space
     */
    static String detect(String words) {
        String composed = Normalizer.normalize(words.strip(), Normalizer.Form.NFC);
        List<String> all = List.of(composed.toLowerCase(Locale.ROOT).split("\\s+"));
        if (all.size() > MOST_WORDS) {
            return null;
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String word : all) {
            for (String language : LANGUAGES.getOrDefault(word, List.of())) {
                counts.merge(language, 1, Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return null;
        }
        int most = Collections.max(counts.values());
        List<String> best = new ArrayList<>();
        counts.forEach(
                (language, count) -> {
                    if (count == most) {
                        best.add(language);
                    }
                });
        return 2 * most > all.size() ? best.get(0) : null;
    }

    private static Map<String, List<String>> languages() {
        Map<String, List<String>> languages = new HashMap<>();
        of(
                languages,
                "de",
                "danke dankeschön vielen sehr gute guter schlecht schlechte schlechter "
                        + "nicht leider alles schnell freundlich furchtbar katastrophe zufrieden "
                        + "gerne wieder schade hervorragend unfreundlich enttäuscht bestens gut");
        of(
                languages,
                "fr",
                "merci beaucoup très tres bien rien parfait parfaite nul nulle mauvais "
                        + "mauvaise génial déçu déçue bonne sympa satisfait satisfaite dommage "
                        + "jamais");
        of(
                languages,
                "es",
                "gracias muchas muy bueno buena buenos malo mala malísimo excelente "
                        + "perfecto perfecta pésimo pésima bien nada rápido mejor peor "
                        + "contento encanta gusta recomendable");
        of(
                languages,
                "it",
                "grazie molto ottimo ottima ottimi benissimo pessimo pessima tutto "
                        + "perfetto perfetta brutto buono buona bravi soddisfatto deluso "
                        + "eccellente");
        of(
                languages,
                "pt",
                "obrigado obrigada muito ótimo ótima péssimo péssima excelente tudo "
                        + "perfeito adorei ruim gostei recomendo rápido");
        of(
                languages,
                "nl",
                "bedankt dankjewel goed goede slecht slechte erg fijn tevreden "
                        + "uitstekend helaas snelle waardeloos");
        of(languages, "pl", "dziękuję polecam dobrze dobry bardzo świetnie słabo źle dzięki");
        of(languages, "tr", "teşekkürler teşekkür çok güzel iyi kötü berbat harika");
        of(languages, "sv", "mycket dålig dåligt tyvärr nöjd jättebra");
        return languages;
    }

    private static void of(Map<String, List<String>> languages, String language, String words) {
        for (String word : words.split(" ")) {
            languages.computeIfAbsent(word, unused -> new ArrayList<>()).add(language);
        }
    }
}
