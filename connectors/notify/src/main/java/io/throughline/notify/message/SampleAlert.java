package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.alert.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A made-up alert of a made-up insurer, to try receivers with and to see what messages look like.
 */
public final class SampleAlert {

    private static final Instant FIRED = Instant.parse("2026-03-04T10:35:00Z");

    private SampleAlert() {}

    /** Customers got unhappier with the settlement of claims. */
    public static Alert drop() {
        return drop("7d1f0c52b8a94e36", "sentiment-drop");
    }

    /** The same under names that no real alert has, so that rules for real ones do not match. */
    public static Alert trial() {
        return drop("trial", "trial");
    }

    private static Alert drop(String id, String rule) {
        return new Alert(
                id,
                rule,
                "insurance-personal-lines",
                3,
                "claim",
                AlertState.FIRING,
                Direction.DROP,
                new Onset(
                        Instant.parse("2026-03-03T21:10:00Z"),
                        Instant.parse("2026-03-03T18:40:00Z"),
                        Instant.parse("2026-03-04T00:25:00Z")),
                FIRED,
                null,
                FIRED,
                new Figures(0.2507, 0.4128, 0.1014, 0.2239, 218, 187),
                null,
                new Decision("cusum", 7.92, 6.21, Duration.ofDays(56)),
                List.of(
                        new Driver("mobile", 141, 0.2411, 0.4468, 0.1331),
                        new Driver("phone", 38, 0.3120, 0.4211, 0.0190),
                        new Driver("web", 39, 0.2260, 0.2821, 0.0100)),
                List.of(
                        new Term("payout", 6.1, 47),
                        new Term("still waiting", 5.2, 33),
                        new Term("upload", 4.4, 29),
                        new Term("rejected", 3.1, 18)),
                List.of(
                        verbatim(
                                "mobile:app-store:9001",
                                "mobile",
                                "2026-03-04T09:12:00Z",
                                "Uploaded the photos three times, the app says rejected every time"
                                        + " and nobody tells me why. Payout promised for Monday.",
                                "https://reviews.example/insurer/9001"),
                        verbatim(
                                "mobile:app-store:9007",
                                "mobile",
                                "2026-03-04T08:47:00Z",
                                "Still waiting for my payout since the update. The status page is"
                                        + " empty.",
                                "https://reviews.example/insurer/9007"),
                        verbatim(
                                "phone:transcribe:c-118",
                                "phone",
                                "2026-03-04T08:05:00Z",
                                "I have called twice now, [PERSON] said the documents had not"
                                        + " arrived, but I got a receipt for the upload.",
                                null),
                        verbatim(
                                "web:typeform:r-52",
                                "web",
                                "2026-03-04T07:31:00Z",
                                "The claim itself was easy, but the upload broke off four times.",
                                null),
                        verbatim(
                                "mobile:app-store:8990",
                                "mobile",
                                "2026-03-03T22:58:00Z",
                                "Rejected without a reason. I sent everything to [EMAIL_ADDRESS] as"
                                        + " well.",
                                "https://reviews.example/insurer/8990")),
                List.of("adaptive-12"),
                "It ends when newer feedback shows the share of negative feedback back near 25%, at"
                        + " least 30 pieces of it, or when somebody accepts the new level.",
                new Ownership(
                        "Getting a claim settled",
                        "claims-operations",
                        List.of("digital", "contact-centre"),
                        "chief-customer-officer"),
                Handling.NONE,
                1);
    }

    private static Evidence verbatim(
            String id, String channel, String at, String text, String url) {
        return new Evidence(id, channel, Instant.parse(at), text, url);
    }
}
