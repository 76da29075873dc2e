package io.throughline.channels.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Reads times that are written in one of some ways. */
public final class TimeReader {

    private final List<TimeFormat> formats;
    private final ZoneId zone;

    /**
     * @param formats tried in order, as in a definition
     * @param zone of times that name none
     */
    public TimeReader(List<String> formats, ZoneId zone) {
        this.formats = formats.stream().map(TimeFormat::of).toList();
        this.zone = zone;
    }

    /** The time, or empty when no format fits. */
    public Optional<Instant> read(String text) {
        for (TimeFormat format : formats) {
            Optional<Instant> time = format.read(text, zone);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }
}
