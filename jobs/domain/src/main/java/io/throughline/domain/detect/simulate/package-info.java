/**
 * Synthetic stages with a known truth, and what the detector makes of them: how often it is wrong,
 * how soon it is right, how soon it sees the return. All from seeds.
 */
package io.throughline.domain.detect.simulate;
