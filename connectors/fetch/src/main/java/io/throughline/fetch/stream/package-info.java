/** Streams: server-sent events, WebSockets, lines of JSON. */
package io.throughline.fetch.stream;
