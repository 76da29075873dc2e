package io.throughline.local.alertbench;

import java.util.Comparator;

/** The order of the cases in tables. */
final class CaseOrder {

    static final Comparator<Case> BY_ALL =
            Comparator.comparing(Case::scenario)
                    .thenComparingDouble(Case::perHour)
                    .thenComparing(Case::contestant)
                    .thenComparing(Case::setting)
                    .thenComparingDouble(Case::level);

    private CaseOrder() {}
}
