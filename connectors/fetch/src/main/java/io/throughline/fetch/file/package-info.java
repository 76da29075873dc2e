/** Reads and watches files. */
package io.throughline.fetch.file;
