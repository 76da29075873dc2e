/** Reads and watches files. */
package io.throughline.polling.file;
