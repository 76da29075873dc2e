/** Servers of the kit: they page, filter, rate-limit, break off and drop connections. */
package io.throughline.conformance.server;
