package io.throughline.notify.message;

/**
 * A channel that carries the change.
 *
 * @param channel its id
 * @param amount its part of the whole change with a sign and without a unit, such as {@code +11.2};
 *     the amounts of a message add up to its change
 * @param detail what was expected and observed of this channel alone
 */
public record Carrier(String channel, String amount, String detail) {}
