package io.throughline.notify.address;

import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses a receiver may have. Public ones, unless it says more; where machines of a cloud
 * are told their credentials only when a block that holds it is allowed by name.
 *
 * @param privateToo whether private and loopback addresses are allowed
 * @param allowed blocks that are allowed whatever they are
 */
public record AddressRules(boolean privateToo, List<Cidr> allowed) {

    /** Public addresses alone. */
    public static final AddressRules PUBLIC = new AddressRules(false, List.of());

    /** Public, private and loopback addresses. */
    public static final AddressRules PRIVATE = new AddressRules(true, List.of());

    public AddressRules {
        allowed = List.copyOf(allowed);
    }

    /** Whether a connection to the address may be made. */
    public boolean permit(InetAddress address) {
        byte[] bytes = address.getAddress();
        return SpecialAddresses.isPublic(address)
                || privateToo && SpecialAddresses.isPrivate(address)
                || allowed.stream().anyMatch(block -> block.contains(bytes));
    }
}
