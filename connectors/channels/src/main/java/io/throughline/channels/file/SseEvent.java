package io.throughline.channels.file;

/**
 * One server-sent event.
 *
 * @param name of the event; {@code message} when the stream named none
 * @param data the lines of data joined by line breaks, as bytes because nothing vouches for them
 *     being text; not copied
 * @param originalSize bytes of the data before it was cut because it was too large; -1 when whole
 * @param lastEventId the last id the stream gave; empty when it gave none
 * @param start bytes fed to the parser before the event's first line
 * @param end bytes fed to the parser up to the end of the event, its blank line included
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SseEvent(
        String name, byte[] data, long originalSize, String lastEventId, long start, long end) {

    /** Names and sizes only: the data is somebody's words. */
    @Override
    public String toString() {
        return "SseEvent[" + name + " @" + start + ", " + data.length + " bytes]";
    }
}
