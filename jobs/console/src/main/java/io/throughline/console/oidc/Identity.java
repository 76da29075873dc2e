package io.throughline.console.oidc;

/**
 * Who logged in.
 *
 * @param name what to call them
 * @param role {@code viewer}, {@code editor} or {@code admin}
 * @param idToken hint for the provider when they log out
 */
public record Identity(String name, String role, String idToken) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Identity[" + name + " " + role + "]";
    }
}
