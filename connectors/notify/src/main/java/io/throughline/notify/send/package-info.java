/** Sends a message once, over HTTP or as mail, and says what came of it. */
package io.throughline.notify.send;
