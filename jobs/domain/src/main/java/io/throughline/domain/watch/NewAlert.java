package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Figures;
import io.throughline.alert.Handling;
import io.throughline.domain.detect.Finding;
import io.throughline.model.Hashes;
import java.time.Instant;

/** An alert as it begins: version 0, which nobody is told. */
final class NewAlert {

    private static final int ID_DIGITS = 32;
    private static final long MINUTE = 60;

    private NewAlert() {}

    static Alert of(
            String journey,
            String stage,
            StageOwner owner,
            Finding finding,
            Figures figures,
            Words words,
            Origins origins,
            String resolution) {
        Instant onset = finding.onset().at();
        long from = Math.floorDiv(onset.getEpochSecond(), MINUTE);
        long until = Math.floorDiv(finding.at().getEpochSecond(), MINUTE);
        Explanation explanation =
                Explanation.of(
                        finding.direction(),
                        words.between(from, until),
                        words.between(Long.MIN_VALUE, from),
                        finding.drivers());
        String rule = finding.direction().rule();
        return new Alert(
                Hashes.sha256(String.join("\n", rule, journey, stage, onset.toString()))
                        .substring(0, ID_DIGITS),
                rule,
                journey,
                owner.version() > 0 ? owner.version() : origins.newestVersion(),
                stage,
                AlertState.FIRING,
                finding.direction(),
                finding.onset(),
                finding.at(),
                null,
                finding.at(),
                figures,
                null,
                finding.decision(),
                finding.drivers(),
                explanation.terms(),
                explanation.verbatims(),
                origins.between(from, until),
                resolution,
                owner.ownership(),
                Handling.NONE,
                0);
    }
}
