/**
 * HTTP receiver of push channels: checks who sends, puts the bytes into Kafka untouched, and
 * answers 2xx only after Kafka has them.
 */
package io.throughline.gateway;
