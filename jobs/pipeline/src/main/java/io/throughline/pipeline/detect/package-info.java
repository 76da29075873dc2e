/**
 * The watch over stages and over the data, hosted in Flink: time by what channels bring, one watch
 * a stage by key, words of people and faults of the data to all of them.
 */
package io.throughline.pipeline.detect;
