/** How a channel proves to its server who it is. */
package io.throughline.fetch.auth;
