/** Polls: pages, cursors, budgets. */
package io.throughline.fetch.poll;
