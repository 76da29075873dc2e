/**
 * How fast and how small the live page is before a large index: made-up feedback and the roll-ups
 * that go with it, the page itself, and a browser where there is one.
 */
package io.throughline.local.pagebench;
