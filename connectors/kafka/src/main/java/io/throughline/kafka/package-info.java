/**
 * Topics, client settings and the small clients built on them: the one place that knows how this
 * system talks to Kafka. Knows nothing of Flink.
 */
package io.throughline.kafka;
