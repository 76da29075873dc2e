package io.throughline.domain.detect.numeric;

/** The newest numbers of a series, oldest first, in bounded memory. */
final class History {

    private final int memory;
    private final double[] numbers;
    private int end;

    /**
     * @param memory numbers kept
     */
    History(int memory) {
        this.memory = memory;
        this.numbers = new double[2 * memory];
    }

    /** Adds the newest. When the array is full, the half that still counts moves to its front. */
    void add(double number) {
        if (end == numbers.length) {
            System.arraycopy(numbers, memory, numbers, 0, memory);
            end = memory;
        }
        numbers[end++] = number;
    }

    int size() {
        return Math.min(end, memory);
    }

    boolean full() {
        return end >= memory;
    }

    /**
     * One of them.
     *
     * @param age 0 is the newest
     */
    double back(int age) {
        return numbers[end - 1 - age];
    }

    /** Their mean, added up anew, so that no error of rounding builds up; 0 without any. */
    double mean() {
        double sum = 0;
        for (int i = end - size(); i < end; i++) {
            sum += numbers[i];
        }
        return size() == 0 ? 0 : sum / size();
    }

    /** Their standard deviation; 0 without any. */
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (int i = end - size(); i < end; i++) {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
        }
        return size() == 0 ? 0 : Math.sqrt(squares / size());
    }

    /** All of them, oldest first. */
    double[] copy() {
        double[] copy = new double[size()];
        System.arraycopy(numbers, end - copy.length, copy, 0, copy.length);
        return copy;
    }
}
