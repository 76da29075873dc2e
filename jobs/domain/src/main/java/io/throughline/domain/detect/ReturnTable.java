package io.throughline.domain.detect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Thresholds of {@link PlainCusum}, solved beforehand, and between those by linear interpolation of
 * the threshold over the logarithm of the outcomes, the log-odds of the share and the logarithm of
 * the ratio. One solution takes a tenth of a second, and every stage that fires at the same time
 * wants one in the window that it fires in. Each line holds the thresholds of a share and a ratio,
 * one for each number of outcomes. {@link #main} writes the table anew:
 *
 * <pre>java -cp … io.throughline.domain.detect.ReturnTable FILE</pre>
 */
final class ReturnTable {

    private static final double[] OUTCOMES = {
        50, 200, 800, 3_200, 12_800, 51_200, 204_800, 819_200, 3_276_800
    };
    private static final double[] SHARES = {
        0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 0.98, 0.99
    };
    private static final double[] RATIOS = {1.3, 1.6, 2, 2.5, 3.2, 4, 5.5, 8};

    private static final String RESOURCE = "returns.csv";
    private static final String SEPARATOR = ",";

    private ReturnTable() {}

    /**
     * Threshold whose mean run length in control is about the given number of outcomes. More
     * outcomes than in the table raise it by their logarithm, as the theory has it for many; a
     * share or ratio beyond the table is that at its end.
     */
    static double threshold(double share, double ratio, double outcomes) {
        Axis.Place atOutcomes = Axis.LOGARITHM.place(OUTCOMES, outcomes);
        Axis.Place atShare = Axis.LOG_ODDS.place(SHARES, share);
        Axis.Place atRatio = Axis.LOGARITHM.place(RATIOS, ratio);
        double threshold = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = corner & 1;
            int j = corner >> 1 & 1;
            int k = corner >> 2;
            double part = atOutcomes.part(i) * atShare.part(j) * atRatio.part(k);
            if (part > 0) {
                threshold +=
                        part
                                * Solved.TABLE[atRatio.index(k)][atShare.index(j)][
                                        atOutcomes.index(i)];
            }
        }
        double most = OUTCOMES[OUTCOMES.length - 1];
        return outcomes > most ? threshold + StrictMath.log(outcomes / most) : threshold;
    }

    /** Solves every node and writes the table to the file named first. */
    public static void main(String[] arguments) throws IOException {
        try (PrintStream out = new PrintStream(arguments[0], StandardCharsets.US_ASCII)) {
            out.print("ratio,share,thresholds\n");
            for (double ratio : RATIOS) {
                for (double share : SHARES) {
                    out.print(ratio + SEPARATOR + share);
                    for (double outcomes : OUTCOMES) {
                        double threshold = PlainCusum.threshold(share, ratio, outcomes);
                        out.printf(Locale.ROOT, "%s%.4f", SEPARATOR, threshold);
                    }
                    out.print("\n");
                }
            }
        }
    }

    /** Read when it is wanted first: {@link #main} does without. */
    private static final class Solved {

        static final double[][][] TABLE = read();

        private static double[][][] read() {
            double[][][] table = new double[RATIOS.length][SHARES.length][];
            try (InputStream in = ReturnTable.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IOException("not on the class path");
                }
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
                lines.readLine();
                for (int ratio = 0; ratio < RATIOS.length; ratio++) {
                    for (int share = 0; share < SHARES.length; share++) {
                        table[ratio][share] = thresholds(lines.readLine());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(RESOURCE, e);
            }
            return table;
        }

        private static double[] thresholds(String line) throws IOException {
            String[] fields = line == null ? new String[0] : line.split(SEPARATOR, -1);
            if (fields.length != 2 + OUTCOMES.length) {
                throw new IOException(fields.length + " fields in a line");
            }
            double[] thresholds = new double[OUTCOMES.length];
            for (int i = 0; i < thresholds.length; i++) {
                thresholds[i] = Double.parseDouble(fields[2 + i]);
            }
            return thresholds;
        }
    }
}
