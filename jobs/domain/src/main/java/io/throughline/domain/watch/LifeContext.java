package io.throughline.domain.watch;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertRules;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.domain.detect.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the life of an alert has to know and to tell. */
interface LifeContext {

    /** A new alert of version 0, with everything that explains it. */
    Alert begin(Finding finding);

    /** What would end an alert of the direction by now, in a sentence. */
    String resolution(Direction direction, Figures figures);

    AlertRules rules();

    /** Name of a silence that holds back alerts of the direction now. */
    Optional<String> silence(Direction direction);

    /** Faults in the data that may pass for a change in the direction. */
    List<DataFault> faults(Direction direction, Instant from, Instant until);

    /** Whether the evidence is enough when what the faults concern is left out. */
    boolean stands(Alert alert, List<DataFault> faults);

    /** The alert ended, and no return was shown. */
    void end(Direction direction);

    /** The level is the level from now on. */
    void accept(Direction direction);
}
