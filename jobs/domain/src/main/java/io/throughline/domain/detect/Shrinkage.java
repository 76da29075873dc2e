package io.throughline.domain.detect;

import java.util.Collection;

/**
 * How much a share is drawn to the share above it, as observations of a prior (beta-binomial).
 *
 * <p>The variance between the groups is told by the moments of the Pearson residuals (Kleinman,
 * "Proportions with extraneous variance", JASA 68, 1973, 46–54); without evidence of any, groups
 * have the share above them. So hours of the week count as soon as they differ, and add no noise
 * while they do not.
 *
 * @param channels prior observations of a channel's share
 * @param slots prior observations of the share of an hour of the week
 */
record Shrinkage(double channels, double slots) {

    /** A prior as strong as this leaves nothing of the group's own share. */
    static final double ALL = 1e9;

    private static final double LEAST_CHANNEL_PRIOR = 4;
    private static final double GREATEST_CHANNEL_PRIOR = 20;
    private static final double LEAST_SLOT_PRIOR = 10;

    /** Before anything is known. */
    static final Shrinkage START = new Shrinkage(GREATEST_CHANNEL_PRIOR, ALL);

    static Shrinkage of(Collection<ChannelBaseline> channels, double share, double dispersion) {
        return new Shrinkage(
                clip(priorOfChannels(channels, share), GREATEST_CHANNEL_PRIOR),
                Math.max(LEAST_SLOT_PRIOR, priorOfSlots(channels, dispersion)));
    }

    private static double priorOfChannels(Collection<ChannelBaseline> channels, double share) {
        Moments moments = new Moments();
        for (ChannelBaseline channel : channels) {
            if (channel.effective() > 1) {
                moments.add(channel.allNegative / channel.all, share, channel.effective());
            }
        }
        return moments.prior(0);
    }

    private static double priorOfSlots(Collection<ChannelBaseline> channels, double dispersion) {
        Moments moments = new Moments();
        for (ChannelBaseline channel : channels) {
            if (channel.all <= 0) {
                continue;
            }
            double share = channel.allNegative / channel.all;
            double shrunk = channel.effective() / channel.all / dispersion;
            for (int slot = 0; slot < ChannelBaseline.SLOTS; slot++) {
                double n = channel.total[slot] * shrunk;
                if (n > 0.5) {
                    moments.add(channel.negative[slot] / channel.total[slot], share, n);
                }
            }
        }
        return moments.prior(1);
    }

    private static double clip(double prior, double greatest) {
        return Math.min(greatest, Math.max(LEAST_CHANNEL_PRIOR, prior));
    }

    /** Sums of which the variance between groups is told. */
    private static final class Moments {

        private double excess;
        private double weight;
        private double spread;
        private int groups;

        void add(double share, double above, double n) {
            double variance = Math.max(1e-6, above * (1 - above));
            double deviation = share - above;
            excess += n * deviation * deviation / variance;
            weight += n;
            spread += n * n;
            groups++;
        }

        /** Prior observations, taking {@code errors} standard errors off the evidence. */
        double prior(double errors) {
            if (groups < 2) {
                return ALL;
            }
            double free = groups - 1;
            double found = excess - free - errors * StrictMath.sqrt(2 * free);
            double ratio = found / (weight - spread / weight);
            return ratio <= 0 ? ALL : Math.max(0, 1 / ratio - 1);
        }
    }
}
