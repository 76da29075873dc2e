package io.throughline.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 3 Mar 2026 at 09:00, Support <s@example.com> wrote:",
                "Am 03.03.26 um 09:00 schrieb Support:",
                "Le mar. 3 mars 2026 à 09:00, Support <s@example.com> a écrit :",
                "El mar, 3 mar 2026 a las 9:00, Support (<s@example.com>) escribió:",
                "Il giorno mar 3 mar 2026 alle ore 09:00 Support <s@example.com> ha scritto:",
                "Op di 3 mrt 2026 om 09:00 schreef Support <s@example.com>:",
                "Support <s@example.com> wrote:"
            })
    void whatIsQuotedBelowItsAnnouncementGoes(String announcement) {
        assertThat(OwnWords.of("My own words.\n\n" + announcement + "\n\n> Theirs\n>\n> More\n"))
                .isEqualTo("My own words.");
    }

    @Test
    void anAnnouncementMayRunOverThreeLines() {
        String text =
                "Mine.\nOn Tue, 3 Mar 2026 at 09:00, Harbour\nMutual Support <s@example.com>\nwrote:\n> x";

        assertThat(OwnWords.of(text)).isEqualTo("Mine.");
    }

    @Test
    void answersBetweenAndBelowQuotesStay() {
        String text = "> Is it fixed?\nYes.\n> Are you happy?\nNo.\n";

        assertThat(OwnWords.of(text)).isEqualTo("Yes.\nNo.");
    }

    @Test
    void whatFollowsAnUnquotedAnnouncementGoes() {
        assertThat(OwnWords.of("Mine.\n\nOn 3 Mar 2026, Support wrote:\n\nTheirs.\nMore."))
                .isEqualTo("Mine.");
    }

    @ParameterizedTest
    @MethodSource("histories")
    void anEarlierMailGoes(String history) {
        assertThat(OwnWords.of("Mine.\n\n" + history + "\nTheirs.")).isEqualTo("Mine.");
    }

    static Stream<String> histories() {
        return Stream.of(
                "-----Original Message-----\nFrom: a",
                "-----Ursprüngliche Nachricht-----",
                "---------- Forwarded message ---------",
                "From: Support <s@example.com>\nSent: Tuesday\nTo: Kim\nSubject: Claim",
                "*Von:* Support\n*Gesendet:* Dienstag\n*An:* Kim\n*Betreff:* Schaden",
                "________________________________\nDe : Support\nEnvoyé : mardi\nÀ : Kim\nObjet : x",
                "##- Please type your reply above this line -##");
    }

    @Test
    void wordsThatOnlyLookLikeHistoryStay() {
        String text = "From: my point of view it is fine.\nOn Monday you wrote:\nnothing at all.";

        assertThat(OwnWords.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- \nKim Sample\nLeiter Einkauf",
                "--\nKim",
                "Sent from my iPhone",
                "Get Outlook for iOS",
                "Von meinem Telefon gesendet",
                "Envoyé de mon iPhone"
            })
    void signaturesGo(String signature) {
        assertThat(OwnWords.of("Thank you\nKim\n\n" + signature)).isEqualTo("Thank you\nKim");
    }

    @Test
    void twoHyphensFarFromTheEndAreNoSignature() {
        String text = "First\n--\n" + "line\n".repeat(20).strip();

        assertThat(OwnWords.of(text)).isEqualTo(text);
    }

    @Test
    void gapsAreOneLineAndSpacesAtTheEndGo() {
        assertThat(OwnWords.of("\r\nOne \r\n\r\n\r\n\r\nTwo\t\r\n")).isEqualTo("One\n\nTwo");
    }

    @Test
    void hostileLinesTakeNoLongerThanOthers() {
        String line = "On 1" + "1 wrote <@".repeat(39) + "\n";
        String text = line.repeat(20_000) + " ".repeat(200_000);
        long begin = System.nanoTime();

        OwnWords.of(text);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whatOthersWroteIsBlankInPlace(String history) {
        String text = "Mine.\n\n" + history + "\nTheirs.";

        String own = OwnWords.blanked(text);

        assertThat(own).hasSameSizeAs(text).startsWith("Mine.\n\n ");
        assertThat(own.strip()).isEqualTo("Mine.");
    }

    @Test
    void anAnswerBelowAQuoteStaysWhereItWas() {
        String text = "On Tuesday I wrote:\r\n> Bad.\r\n\r\nGood.";

        String own = OwnWords.blanked(text);

        assertThat(own.strip()).isEqualTo("Good.");
        assertThat(own.indexOf("Good.")).isEqualTo(text.indexOf("Good."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 3 Mar 2026 at 09:00, Support <[EMAIL]> wrote:",
                "Am [PHONE] schrieb Support:",
                "Support <[EMAIL]> wrote:"
            })
    void announcementsAreKnownWhenTheyAreRedacted(String announcement) {
        assertThat(OwnWords.blanked("Mine.\n" + announcement + "\nTheirs.").strip())
                .isEqualTo("Mine.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FYI",
                "Please see below.\n",
                "FYI - see my email below:",
                "Hi,\nsee below\n",
                "Sent from my iPhone"
            })
    void whoOnlyPassesAMailOnMeansWhatIsInIt(String pointer) {
        String text = pointer + "\n-----Original Message-----\nTheirs.";

        assertThat(OwnWords.blanked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> one line",
                "Bad.\n>:( so angry\n",
                "Cold.\n>30 minutes late",
                "On 3 March I wrote:\nPlease cancel.",
                "From: my point of view\nit is fine."
            })
    void textsWithoutAnEarlierMailStay(String text) {
        assertThat(OwnWords.blanked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agent: Theirs.\nCustomer: Mine.",
                "Hello\n[10:02] Advisor: Theirs.\nand more.\n[10:03:11] Client: Mine.",
                "Support: Theirs.\r\n\r\nMe: Mine.\r\nSupport 2: Theirs."
            })
    void whatAnAgentSaysInAConversationIsBlank(String text) {
        String own = OwnWords.blanked(text);

        assertThat(own).hasSameSizeAs(text).doesNotContain("Theirs", "more", ":");
        assertThat(own.indexOf("Mine.")).isEqualTo(text.indexOf("Mine."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Support: poor.\nPrice: fair.", "Me: hi\nMe: again", "Agent: a\nb"})
    void oneSideAloneIsNoConversation(String text) {
        assertThat(OwnWords.blanked(text)).isEqualTo(text);
    }
}
