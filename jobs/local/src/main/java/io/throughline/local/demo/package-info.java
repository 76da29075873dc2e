/**
 * The demo's world: made-up customers of a made-up insurer, Harborline, and the four channels their
 * feedback comes by, in the wire formats of the real services and over the real ways in.
 *
 * <p>{@link io.throughline.local.demo.DemoWorld} makes up a history of 18 days as a {@link
 * io.throughline.local.demo.DemoPlan}: payloads, the labels they were written for, and the counts
 * that must come of them. {@link io.throughline.local.demo.DemoFeeds} delivers a plan. The language
 * is under {@code demo/words}, the shares and the incident in {@code demo/world.yaml}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Payloads and counts come from one pass of the generator, and a test holds the counts
 *       against the shipped channels and the deduplicator: neither is derived from the other.
 *   <li>Every record rolls dice of its own, seeded by its number, so that a change to one kind of
 *       record leaves all the others as they were.
 *   <li>Ids contain or depend on times: a history with another end shares none with the former.
 *   <li>The review feed shows what a client finds on one walk over the pages, edits in their newest
 *       form on top and, from stale copies of the feed, in their old form further down. A feed that
 *       changed between two walks would make the counts depend on when the client comes.
 *   <li>Two people's words are never mixed: a story takes its facts and details from one scenario.
 * </ul>
 */
package io.throughline.local.demo;
