package io.throughline.notify.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that are not a public host's: IANA's special-purpose registries for IPv4 (RFC 6890 and
 * after) and IPv6, multicast, and what clouds tell secrets at. Of IPv6 only what is handed out to
 * hosts (2000::/3) counts as public, without the transition blocks that carry an IPv4 address
 * within: who holds the relay decides where those lead.
 */
final class SpecialAddresses {

    /** A company's own; they are reached by those who say so. */
    private static final List<Cidr> PRIVATE =
            blocks(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "::1/128",
                    "fc00::/7");

    /**
     * Where a machine in a cloud is told its credentials; delivered to when 'allow' names it alone.
     */
    private static final List<Cidr> METADATA =
            blocks(
                    "169.254.0.0/16",
                    "168.63.129.16/32",
                    "100.100.100.200/32",
                    "192.0.0.192/32",
                    "fd00:ec2::/32",
                    "fd20:ce::/32",
                    "fe80::/10");

    private static final List<Cidr> NOT_PUBLIC =
            blocks(
                    "0.0.0.0/8",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20");

    private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

    private static final int INTERFACE = 8;
    private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

    private SpecialAddresses() {}

    /** Whether it is a public host's. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Stream.of(PRIVATE, METADATA, NOT_PUBLIC)
                        .flatMap(List::stream)
                        .noneMatch(block -> block.contains(bytes))
                && (!(address instanceof Inet6Address)
                        || GLOBAL_UNICAST.contains(bytes) && !isIsatap(bytes));
    }

    /** Whether it is a private host's, and no cloud's own. */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !isMetadata(address) && PRIVATE.stream().anyMatch(block -> block.contains(bytes));
    }

    /** Whether it is on the link or where clouds tell machines their credentials. */
    static boolean isMetadata(InetAddress address) {
        byte[] bytes = address.getAddress();
        return METADATA.stream().anyMatch(block -> block.contains(bytes));
    }

    /** An IPv4 address in the last bits, behind 0000:5efe or 0200:5efe (RFC 5214). */
    private static boolean isIsatap(byte[] bytes) {
        byte[] id = Arrays.copyOfRange(bytes, INTERFACE, INTERFACE + ISATAP.length);
        id[0] &= (byte) ~0x02;
        return Arrays.equals(id, ISATAP);
    }

    private static List<Cidr> blocks(String... blocks) {
        return Stream.of(blocks).map(Cidr::of).toList();
    }
}
