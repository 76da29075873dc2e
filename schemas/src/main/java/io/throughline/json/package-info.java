/** What commands print and documents are made of: JSON, written without reflection. */
package io.throughline.json;
