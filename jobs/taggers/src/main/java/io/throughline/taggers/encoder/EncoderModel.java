package io.throughline.taggers.encoder;

/**
 * Where an encoder's files are and how it wants to be used.
 *
 * @param id name
 * @param network resource with the network in ONNX format
 * @param tokenizer resource with the vocabulary
 * @param prefix what its makers put before a text
 * @param pooling how its makers pool
 */
record EncoderModel(String id, String network, String tokenizer, String prefix, Pooling pooling) {}
