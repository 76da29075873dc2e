package io.throughline.alert;

/**
 * Expected against observed, since the onset. Shares are negative shares, 0 to 1; of an alert on
 * volume they are numbers of feedback.
 *
 * @param expected what was due
 * @param observed what came
 * @param low lower end of the 95 % interval of observed − expected
 * @param high upper end of that interval
 * @param count feedback with a label that they rest on
 * @param authors distinct authors of it
 */
public record Figures(
        double expected, double observed, double low, double high, long count, long authors) {

    public Figures {
        if (!Double.isFinite(expected)
                || !Double.isFinite(observed)
                || !Double.isFinite(low)
                || !Double.isFinite(high)) {
            throw new IllegalArgumentException("every figure must be finite");
        }
    }
}
