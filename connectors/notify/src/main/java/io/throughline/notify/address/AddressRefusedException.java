package io.throughline.notify.address;

import java.io.IOException;

/** A connection that was not made, because the rules do not permit its address. */
public final class AddressRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param why a sentence, such as {@link AddressRules#refusal}
     */
    public AddressRefusedException(String why) {
        super(why);
    }
}
