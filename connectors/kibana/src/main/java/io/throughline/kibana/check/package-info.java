/**
 * The checker of saved objects. Kibana imports much that it cannot show: a column that is missing,
 * a field that no index has, a reference under another name all become an empty panel with an error
 * on it. What is checked here is what Kibana looks up by name or by id, and what it sends to
 * Elasticsearch; not what something looks like.
 */
package io.throughline.kibana.check;
