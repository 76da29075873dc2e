/** How a channel is doing, told from what happens to it; no threads and no clock of its own. */
package io.throughline.health;
