/** Who is told what, as {@code throughline.yaml} says it. */
package io.throughline.notify.config;
