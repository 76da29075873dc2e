/**
 * The Numenta Anomaly Benchmark by its published rules: its files and windows are read, a detector
 * goes through every series once, one threshold for all of them is found, and the detections are
 * weighed.
 *
 * <p>Rules: A. Lavin and S. Ahmad, Evaluating Real-time Anomaly Detection Algorithms, ICMLA 2015
 * (arXiv:1510.03336), as numenta/NAB at ea702d7 carries them out.
 */
package io.throughline.local.nab;
