/**
 * Log-in with a provider of OpenID Connect: authorization code flow with PKCE, done by the server,
 * so that no token of the provider is ever in the browser. Sources: OpenID Connect Core 1.0 and
 * Discovery 1.0, RFC 6749, RFC 7636 (PKCE), RFC 9207 (issuer in the answer), RFC 8725 (JWT).
 */
package io.throughline.console.oidc;
