package io.throughline.fetch.stream;

/**
 * One message of a stream.
 *
 * @param name of a server-sent event; null for all others
 * @param data not copied
 * @param originalSize bytes before it was cut because it was too large; -1 when whole
 * @param lastEventId the last id the stream gave; empty when it gave none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Message(String name, byte[] data, long originalSize, String lastEventId) {

    static Message of(byte[] data, long originalSize) {
        return new Message(null, data, originalSize, "");
    }

    /** Names and sizes only: the data is somebody's words. */
    @Override
    public String toString() {
        return "Message[" + name + ", " + data.length + " bytes]";
    }
}
