package io.throughline.domain.rollup;

import java.util.Collection;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;

/**
 * HyperLogLog sketch of authors, with which distinct authors add up over several windows. 2^10
 * registers: a relative standard error of about 3 %, 0.6 kB at most; exact up to some 100 authors.
 */
final class AuthorSketch {

    private static final int LOG_K = 10;

    private AuthorSketch() {}

    /**
     * Compact bytes of the sketch.
     *
     * @param hashes of the authors, sorted, because the estimator of a sketch remembers the order
     */
    static byte[] of(long[] hashes) {
        HllSketch sketch = new HllSketch(LOG_K, TgtHllType.HLL_4);
        for (long hash : hashes) {
            sketch.update(hash);
        }
        return sketch.toCompactByteArray();
    }

    /** Sketch of the authors of all sketches. */
    static HllSketch union(Collection<byte[]> sketches) {
        Union union = new Union(LOG_K);
        for (byte[] sketch : sketches) {
            union.update(HllSketch.heapify(Memory.wrap(sketch)));
        }
        return union.getResult(TgtHllType.HLL_4);
    }
}
