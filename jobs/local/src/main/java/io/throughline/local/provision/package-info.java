/**
 * Puts into a cluster and a Kibana of the user's own what Throughline brings: a plan is made by
 * reading alone, each step of it knows what would change field by field, and the steps that change
 * nothing are not taken.
 */
package io.throughline.local.provision;
