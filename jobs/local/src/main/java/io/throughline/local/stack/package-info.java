/**
 * A real Kafka broker and a real Elasticsearch node on this machine, as child processes that never
 * outlive the launcher. {@link io.throughline.local.stack.EmbeddedStack} is the way in.
 */
package io.throughline.local.stack;
