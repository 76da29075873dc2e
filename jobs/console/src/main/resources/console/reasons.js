// Why a record could not go on, and what to do about it; the same as in the guide to dead letters.

export const REASONS = {
  MALFORMED: ["Not the format: cut off, an HTML page, a row with too many or too few columns.", "Look at the source; write files under another name and rename them."],
  INVALID_ENCODING: ["Bytes that are no UTF-8, or not the encoding of the channel.", "Set encoding, or export as UTF-8."],
  MISSING_FIELD: ["No natural id, no time, or neither text nor the rating that the channel maps.", "Correct the path in the mapping; the message names it. Then replay."],
  INVALID_FIELD: ["Of the wrong type, outside the rating’s scale, no time in any of the formats, or a time before 1990 or a day ahead.", "Correct formats, zone, min, max; use ignore for values that mean “no answer”. Then replay."],
  TOO_LARGE: ["Larger than limits.maxRecord.", "Raise it, up to 12 MiB. Then replay; what was cut for its size stays refused."],
  TOO_DEEP: ["Nested deeper than limits.maxDepth.", "Raise it, up to 500. Then replay."],
  UNSUPPORTED: ["A channel, a kind of event or a version that is not known.", "Nothing, when it carries no feedback. Else configure the channel, or report it. Then replay."],
  TAGGER_FAILED: ["An engine or the redaction threw.", "Report it with the message; the record is kept. Replay after the mend."],
  INDEX_REJECTED: ["Elasticsearch refused the document.", "Look at the message; usually an index that was made without the templates. Then replay."],
};

// What became of a replay, for those who read it.
export const OUTCOMES = {
  tagged: "tagged", indexed: "in the index", duplicate: "had come by another way", superseded: "a later revision had come",
  deleted: "was a delete, which counts", filtered: "left out by a rule of the channel", failed: "failed again",
};

export const settled = (letter) => Boolean(letter.outcome) && letter.outcome !== "failed";
