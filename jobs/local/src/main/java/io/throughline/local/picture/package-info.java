/** Pictures as SVG files that stand alone, readable on light and on dark ground. */
package io.throughline.local.picture;
