package io.throughline.channels.file;

/**
 * The bytes of one record of a file.
 *
 * @param position byte offset it begins at
 * @param nextOffset byte offset to go on at
 * @param originalSize bytes before it was cut; -1 when it is whole
 * @param event name of the server-sent event; null for other shapes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawRecord(byte[] bytes, long position, long nextOffset, long originalSize, String event) {}
