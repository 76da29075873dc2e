package io.throughline.taggers.adaptive;

/** Names of challengers: {@code student-v1}, {@code student-v1.1}, {@code student-v1.2} … */
final class Versions {

    private Versions() {}

    static String next(String version) {
        int point = version.lastIndexOf('.');
        if (point > 0 && point < version.length() - 1) {
            String number = version.substring(point + 1);
            if (number.length() < 9 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return version.substring(0, point + 1) + (Integer.parseInt(number) + 1);
            }
        }
        return version + ".1";
    }
}
