package io.throughline.notify.address;

import java.io.IOException;

/** A connection that was not made, because the rules do not permit its address. */
public final class AddressRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param host that leads to the address
     */
    public AddressRefusedException(String host) {
        super(of(host));
    }

    static String of(String host) {
        return host
                + " leads to an address that is not public; say 'allowPrivate: true', or name its"
                + " block under 'allow', if messages are to go there";
    }
}
