package io.throughline.local.alertbench;

/**
 * What a figure is of.
 *
 * @param scenario id of the stream
 * @param perHour feedback an hour
 * @param contestant who watched
 * @param setting of the contestant
 * @param level its threshold; of the detector the budget in weeks for one false alarm
 */
record Case(String scenario, double perHour, String contestant, String setting, double level) {

    /** The detector of this product. */
    static final String THROUGHLINE = "throughline";
}
