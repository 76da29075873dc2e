package io.throughline.domain.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | still waiting for the adjuster to call back",
                "en | @airline your app is broken again #fail https://t.example/x",
                "en | FLIGHT CANCELLED AGAIN AND NO REFUND",
                "en | the claim was paid within three days, no fuss at all",
                "fr | je suis très déçu par le service client de cette assurance",
                "fr | Remboursement rapide, je recommande vivement",
                "de | Sehr schlechter Service, nie wieder",
                "es | muchas gracias por su ayuda con el reembolso",
                "it | Ottimo servizio, molto veloce e gentile",
                "pt | Atendimento péssimo, nunca mais volto",
                "nl | Goede service, snel geholpen door de medewerker",
                "pl | Bardzo dobra obsługa klienta, polecam",
                "sv | Tack så mycket för hjälpen med min skada",
                "tr | Çok kötü hizmet, paramı geri istiyorum",
                "ru | Отличный сервис, спасибо большое",
                "uk | Дуже дякую за допомогу",
                "ar | خدمة سيئة جدا",
                "hi | मुझे बहुत अच्छा लगा",
                "ja | アプリがすぐ落ちる",
                "ja | 電話がつながらない。対応が遅い。",
                "zh | 很差的服务，再也不会来了",
                "ko | 최고의 서비스",
                "el | πολύ κακή εξυπηρέτηση",
                "he | שירות גרוע מאוד",
                "th | บริการแย่มาก"
            })
    void tellsTheLanguage(String language, String text) {
        assertThat(detector.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Danke!",
                "de | sehr gut",
                "es | muy bueno 👍",
                "es | Excelente",
                "fr | Merci beaucoup",
                "fr | très bien",
                "fr | tre\u0300s bien",
                "it | ottimo",
                "pt | muito obrigado",
                "nl | heel goed, bedankt",
                "tr | çok iyi"
            })
    void tellsAFewWordsByWhatCustomersSay(String language, String text) {
        assertThat(detector.detect(text)).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gracias, great service",
                "gut feeling",
                "merci for the help",
                "my todo list",
                "Bon Jovi concert",
                "bravo"
            })
    void aForeignWordAmongOthersIsNoForeignText(String text) {
        assertThat(detector.detect(text)).isIn(null, "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "ok",
                "thanks",
                "😀😀😀",
                "12345 67890",
                "@AmericanAir @united",
                "https://example.com/una-pagina-muy-larga-en-espanol",
                "[EMAIL_ADDRESS] [PHONE_NUMBER] [CREDIT_CARD]",
                "lol omg wtf",
                "最高",
                "\uD83D",
                "!!!???..."
            })
    void whatIsTooLittleHasNoLanguage(String text) {
        assertThat(detector.detect(text)).isNull();
    }

    @Test
    void noTextHasNoLanguage() {
        assertThat(detector.detect(null)).isNull();
    }

    @Test
    void linksNamesAndPlaceholdersDoNotChangeTheAnswer() {
        String said = "my luggage never arrived and nobody answers";

        assertThat(detector.detect("@LuftHansaDeutschland " + said + " [EMAIL_ADDRESS]"))
                .isEqualTo(detector.detect(said))
                .isEqualTo("en");
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        List<String> texts =
                List.of("the agent was very kind to me", "le remboursement a été très rapide");

        assertThat(
                        IntStream.range(0, 400)
                                .parallel()
                                .mapToObj(at -> new LanguageDetector().detect(texts.get(at % 2)))
                                .toList())
                .isEqualTo(
                        IntStream.range(0, 400).mapToObj(at -> at % 2 == 0 ? "en" : "fr").toList());
    }

    @Test
    void aLongTextTakesNoLongerThanItsBeginning() {
        String text = "a.@b #c http://d ".repeat(1_000_000);

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> detector.detect(text));
    }
}
