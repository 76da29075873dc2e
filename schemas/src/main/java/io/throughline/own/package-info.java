/** What of a text its writer wrote, and what others did. */
package io.throughline.own;
