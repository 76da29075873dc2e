package io.throughline.local.demo;

import java.time.Instant;

/** Plans that several tests look at; made once, since they never change. */
final class Plans {

    static final Instant END = Instant.parse("2026-03-18T15:00:00Z");
    static final DemoPlan SMALL = DemoWorld.generate(new DemoOptions(5, END, 300));
    static final DemoPlan SHIPPED = DemoWorld.generate(DemoOptions.endingAt(END));

    private Plans() {}
}
