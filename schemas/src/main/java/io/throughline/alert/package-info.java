/**
 * Alerts as the whole system speaks of them: what was found, how sure it is, who owns it, what has
 * become of it, and what people say about it. No statistics: those are in the jobs.
 */
package io.throughline.alert;
