package io.throughline.notify.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one receiver was told, as its desk knows it. What the log does not take is kept and tried
 * again, so that a log that is away keeps nobody from being told.
 */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final DeliveryLog log;
    private final Map<String, Told> byAlert = new HashMap<>();
    private final List<Told> unwritten = new ArrayList<>();

    Ledger(String receiver, DeliveryLog log, List<Told> before) {
        this.log = log;
        before.stream()
                .filter(told -> told.receiver().equals(receiver))
                .forEach(told -> byAlert.put(told.alert(), told));
    }

    /** Null when it was never told. */
    Told of(String alert) {
        return byAlert.get(alert);
    }

    void add(List<Told> entries) {
        entries.forEach(told -> byAlert.put(told.alert(), told));
        unwritten.addAll(entries);
        write();
    }

    /** Whether everything is in the log. */
    boolean write() {
        if (unwritten.isEmpty()) {
            return true;
        }
        try {
            log.add(List.copyOf(unwritten));
            unwritten.clear();
            return true;
        } catch (LogTakenException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} deliveries are not in the log yet: {}", unwritten.size(), e.getMessage());
            return false;
        }
    }
}
