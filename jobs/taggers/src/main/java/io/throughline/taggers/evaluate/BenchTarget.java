package io.throughline.taggers.evaluate;

/**
 * What is promised of a group of sets.
 *
 * @param accuracy least share of all rows that are right, abstentions counting as wrong, 0 to 1
 * @param macroF1 least macro-F1, 0 to 1; 0 when nothing is promised
 * @param rulesMayWin whether rules written for this very set may be better
 */
record BenchTarget(String group, double accuracy, double macroF1, boolean rulesMayWin) {}
