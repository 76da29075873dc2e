/** The gateway as a service of its own, and how much it takes. */
package io.throughline.local.gateway;
