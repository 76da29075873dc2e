/** Delivers alerts as a configuration says, and follows it. */
package io.throughline.local.notify;
