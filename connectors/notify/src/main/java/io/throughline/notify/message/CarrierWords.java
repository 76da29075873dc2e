package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.Driver;
import java.util.ArrayList;
import java.util.List;

/** Says which channels carry a change; small ones are put together, so that the sum stays right. */
final class CarrierWords {

    private static final int MOST = 8;
    private static final int LONGEST_NAME = 60;

    private final Alert alert;
    private final Amounts amounts;

    CarrierWords(Alert alert, Amounts amounts) {
        this.alert = alert;
        this.amounts = amounts;
    }

    /** Such as {@code Which channels carry the +16.3 points}. */
    String title() {
        return "Which channels carry the " + amounts.signed(whole()) + unit();
    }

    private String unit() {
        return amounts.shares() ? " points" : "";
    }

    List<Carrier> all() {
        List<Driver> drivers = alert.drivers();
        boolean tooMany = drivers.size() > MOST;
        List<Driver> shown = tooMany ? drivers.subList(0, MOST - 1) : drivers;
        List<Driver> others = drivers.subList(shown.size(), drivers.size());
        List<Double> exact = new ArrayList<>();
        shown.forEach(driver -> exact.add(driver.contribution()));
        if (tooMany) {
            exact.add(others.stream().mapToDouble(Driver::contribution).sum());
        }
        long[] parts = amounts.parts(exact, whole());
        List<Carrier> carriers = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Driver driver = shown.get(i);
            carriers.add(
                    new Carrier(
                            Plain.line(driver.channel(), LONGEST_NAME),
                            amounts.signed(parts[i]),
                            detail(driver)));
        }
        if (tooMany) {
            carriers.add(
                    new Carrier(
                            others.size() + " others",
                            amounts.signed(parts[MOST - 1]),
                            rest(others)));
        }
        return carriers;
    }

    private long whole() {
        return amounts.change(alert.figures().expected(), alert.figures().observed());
    }

    private String detail(Driver driver) {
        return amounts.shares()
                ? amounts.level(driver.observed())
                        + " negative of "
                        + driver.count()
                        + ", expected "
                        + amounts.level(driver.expected())
                : amounts.level(driver.observed())
                        + " came, expected "
                        + amounts.level(driver.expected());
    }

    private static String rest(List<Driver> others) {
        return FactWords.feedback(others.stream().mapToLong(Driver::count).sum());
    }
}
