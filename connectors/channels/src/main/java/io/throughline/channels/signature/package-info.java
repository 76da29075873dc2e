/** Whether a request is from who may send it: signatures over the bytes as they came. */
package io.throughline.channels.signature;
