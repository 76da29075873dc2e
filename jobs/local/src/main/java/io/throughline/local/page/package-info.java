/** The live page as a service of its own, and where its changes go. */
package io.throughline.local.page;
