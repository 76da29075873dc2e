package io.throughline.notify.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** A block of addresses such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public final class Cidr {

    private static final int BITS = 8;

    private final byte[] network;
    private final int prefix;
    private final String text;

    private Cidr(byte[] network, int prefix, String text) {
        this.network = network;
        this.prefix = prefix;
        this.text = text;
    }

    /**
     * The block of a text; an address alone is a block of one. Empty when it is none: a name, a
     * number in another notation, or a prefix longer than an address.
     */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        Optional<InetAddress> literal = Hosts.literal(address);
        if (literal.isEmpty()) {
            return Optional.empty();
        }
        byte[] network = literal.get().getAddress();
        int bits = network.length * BITS;
        String prefix = slash < 0 ? String.valueOf(bits) : text.substring(slash + 1);
        if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
            return Optional.empty();
        }
        return Optional.of(new Cidr(network, Integer.parseInt(prefix), text));
    }

    /** A block that is written in the program. */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        try {
            // A literal is never looked up.
            byte[] network = InetAddress.getByName(text.substring(0, slash)).getAddress();
            return new Cidr(network, Integer.parseInt(text.substring(slash + 1)), text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether an address, 4 or 16 bytes, is in the block. */
    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = prefix / BITS;
        int rest = prefix % BITS;
        return Arrays.equals(network, 0, whole, address, 0, whole)
                && (rest == 0
                        || ((network[whole] ^ address[whole]) & (0xff << (BITS - rest)) & 0xff)
                                == 0);
    }

    @Override
    public String toString() {
        return text;
    }
}
