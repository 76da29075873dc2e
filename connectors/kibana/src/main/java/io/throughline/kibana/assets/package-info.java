/**
 * Saved objects from a journey map. Names and panels come from the map in its order; every id comes
 * from the journey's id and what the thing is, so that the same map gives the same bytes and a
 * later import replaces what an earlier one made. Kibana's forms are learnt from its public sources
 * and from exports; where an object holds JSON as text, that is Kibana's way.
 */
package io.throughline.kibana.assets;
