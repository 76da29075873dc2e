/** Reads mailboxes. */
package io.throughline.fetch.mail;
