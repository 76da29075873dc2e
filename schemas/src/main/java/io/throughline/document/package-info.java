/**
 * Documents and index templates of Elasticsearch, as plain bytes and JSON: which document a record
 * becomes, in which index and under which id. Knows no client.
 */
package io.throughline.document;
