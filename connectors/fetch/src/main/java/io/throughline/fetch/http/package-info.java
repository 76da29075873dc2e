/** Polls pages and follows event streams over HTTP; nothing here knows a particular channel. */
package io.throughline.fetch.http;
