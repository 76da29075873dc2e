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

    /**
     * Why the rules do not permit the address and what can be done, in a sentence.
     *
     * @param host that leads to the address
     */
    public String refusal(String host, InetAddress address) {
        String leads = host + " leads to an address that is not public";
        if (SpecialAddresses.isMetadata(address)) {
            return leads
                    + " but link-local or a cloud's own, where machines are told their"
                    + " credentials: 'allowPrivate' never allows those; give another address of the"
                    + " receiver, or name the block under 'allow'";
        }
        if (SpecialAddresses.isPrivate(address)) {
            return leads
                    + "; say 'allowPrivate: true', or name its block under 'allow', if messages"
                    + " are to go there";
        }
        return leads
                + " but reserved, which 'allowPrivate' does not allow; name its block under"
                + " 'allow', if messages are to go there";
    }
}
