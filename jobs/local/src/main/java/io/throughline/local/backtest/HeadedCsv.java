package io.throughline.local.backtest;

import org.apache.commons.csv.CSVFormat;

/** How files that people write by hand are read. */
public final class HeadedCsv {

    /** The first line names the columns, in any order and any case; blanks around values go. */
    public static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setTrim(true)
                    .get();

    private HeadedCsv() {}
}
