package io.throughline.pipeline.learning;

/**
 * How far learning has come. Times are epoch milliseconds of event time.
 *
 * @param watermarkMillis what the lessons have reached
 * @param seenThroughMillis lessons and counts before this were in a training
 * @param number of the highest version made or met
 */
public record LearnProgress(long watermarkMillis, long seenThroughMillis, int number) {

    static final LearnProgress NONE = new LearnProgress(Long.MIN_VALUE, Long.MIN_VALUE, 0);

    LearnProgress reached(long watermark) {
        return new LearnProgress(Math.max(watermarkMillis, watermark), seenThroughMillis, number);
    }

    LearnProgress trained(long through) {
        return new LearnProgress(watermarkMillis, Math.max(seenThroughMillis, through), number);
    }

    LearnProgress met(int version) {
        return new LearnProgress(watermarkMillis, seenThroughMillis, Math.max(number, version));
    }
}
