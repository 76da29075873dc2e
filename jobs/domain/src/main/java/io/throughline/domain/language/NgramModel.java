package io.throughline.domain.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's character n-gram model of 103 languages, asked only about those that customers of a
 * company are likely to write in: the rest attract names and typing errors. The model spreads its
 * probability thinly over all languages, so that not the probability but its ratio to the
 * runner-up's says how sure it is.
 */
final class NgramModel {

    private static final String RESOURCE = "/langdetect-183.bin";

    private static final int FEWEST_LETTERS = 10;
    private static final String ENGLISH = "en";
    private static final double LEAST_RATIO_OF_ENGLISH = 1.05;
    private static final double LEAST_RATIO = 1.1;
    private static final double LEAST_RATIO_TO_ENGLISH = 1.15;

    /** ISO 639-3, as the model names them, to ISO 639-1. */
    private static final Map<String, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry("eng", "en"),
                    Map.entry("fra", "fr"),
                    Map.entry("deu", "de"),
                    Map.entry("spa", "es"),
                    Map.entry("ita", "it"),
                    Map.entry("por", "pt"),
                    Map.entry("nld", "nl"),
                    Map.entry("swe", "sv"),
                    Map.entry("dan", "da"),
                    Map.entry("nob", "no"),
                    Map.entry("nno", "no"),
                    Map.entry("fin", "fi"),
                    Map.entry("isl", "is"),
                    Map.entry("pol", "pl"),
                    Map.entry("ces", "cs"),
                    Map.entry("slk", "sk"),
                    Map.entry("slv", "sl"),
                    Map.entry("hrv", "hr"),
                    Map.entry("bos", "bs"),
                    Map.entry("srp", "sr"),
                    Map.entry("mkd", "mk"),
                    Map.entry("hun", "hu"),
                    Map.entry("ron", "ro"),
                    Map.entry("bul", "bg"),
                    Map.entry("sqi", "sq"),
                    Map.entry("tur", "tr"),
                    Map.entry("aze", "az"),
                    Map.entry("rus", "ru"),
                    Map.entry("ukr", "uk"),
                    Map.entry("bel", "be"),
                    Map.entry("kaz", "kk"),
                    Map.entry("est", "et"),
                    Map.entry("ekk", "et"),
                    Map.entry("lvs", "lv"),
                    Map.entry("lit", "lt"),
                    Map.entry("gle", "ga"),
                    Map.entry("cym", "cy"),
                    Map.entry("cat", "ca"),
                    Map.entry("glg", "gl"),
                    Map.entry("eus", "eu"),
                    Map.entry("afr", "af"),
                    Map.entry("ind", "id"),
                    Map.entry("msa", "ms"),
                    Map.entry("vie", "vi"),
                    Map.entry("tgl", "tl"),
                    Map.entry("swa", "sw"),
                    Map.entry("hin", "hi"),
                    Map.entry("mar", "mr"),
                    Map.entry("nep", "ne"),
                    Map.entry("ara", "ar"),
                    Map.entry("fas", "fa"),
                    Map.entry("pes", "fa"),
                    Map.entry("urd", "ur"));

    private final LanguageDetectorModel model;

    private NgramModel(LanguageDetectorModel model) {
        this.model = model;
    }

    /** The one model of this class loader, loaded when it is first wanted. */
    static NgramModel shared() {
        return Shared.MODEL;
    }

    /** ISO 639-1 code; null when the words are too few or no language stands out. */
    String detect(String words, int letters) {
        if (letters < FEWEST_LETTERS) {
            return null;
        }
        // A detector of its own for each call: that it may be shared by threads is promised
        // nowhere.
        Map<String, Double> confidences = new HashMap<>();
        for (Language guess : new LanguageDetectorME(model).predictLanguages(words)) {
            String language = LANGUAGES.get(guess.getLang());
            if (language != null) {
                confidences.merge(language, guess.getConfidence(), Math::max);
            }
        }
        return outstanding(confidences);
    }

    /** The likeliest language if it stands out; from English it has to stand out most. */
    private static String outstanding(Map<String, Double> confidences) {
        String best =
                Collections.max(confidences.entrySet(), Map.Entry.comparingByValue()).getKey();
        double confidence = confidences.remove(best);
        double next = Collections.max(confidences.values());
        if (best.equals(ENGLISH)) {
            return confidence >= LEAST_RATIO_OF_ENGLISH * next ? best : null;
        }
        double english = confidences.getOrDefault(ENGLISH, 0.0);
        boolean standsOut =
                confidence >= LEAST_RATIO * next && confidence >= LEAST_RATIO_TO_ENGLISH * english;
        return standsOut ? best : null;
    }

    private static final class Shared {

        static final NgramModel MODEL = load();

        private static NgramModel load() {
            try (InputStream in = NgramModel.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "opennlp-models-langdetect is missing on the class path");
                }
                return new NgramModel(new LanguageDetectorModel(in));
            } catch (IOException e) {
                throw new UncheckedIOException("the language model cannot be read", e);
            }
        }
    }
}
