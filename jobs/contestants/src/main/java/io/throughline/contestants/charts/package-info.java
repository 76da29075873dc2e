/** Control charts as people use them on feedback, to be measured beside the detector of drops. */
package io.throughline.contestants.charts;
