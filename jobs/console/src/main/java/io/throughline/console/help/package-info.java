/** The guides of the repository, packed by the build and shown as help. */
package io.throughline.console.help;
