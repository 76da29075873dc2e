/** Which addresses a message may go to: receivers come from a file, and files can be wrong. */
package io.throughline.notify.address;
