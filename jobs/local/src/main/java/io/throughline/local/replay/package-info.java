/** Dead letters that are sent through the pipeline once more. */
package io.throughline.local.replay;
