// The words that carried the tags of what is on screen: asked for beside the figures, kept, and marked in place.

import { remark } from "./verbatims.js";

const MOST = 50;
const KEPT = 2000;
const known = new Map();
let asking = false;
let missing = false;

// Marks the words in every verbatim below `root`, now or when they are known. Answers whether they could not be asked for, which the next call does again.
export async function markEvidence(root, app) {
  const items = [...root.querySelectorAll(".verbatim[data-tagged]")];
  items.forEach((node) => remark(node, known.get(node.dataset.id)));
  const wanted = [...new Set(items.map((node) => node.dataset.id).filter((id) => !known.has(id)))].slice(0, MOST);
  if (!wanted.length) return false;
  if (asking) return missing;
  asking = true;
  let found;
  try {
    found = await app.get(`api/evidence?${new URLSearchParams(wanted.map((id) => ["id", id]))}`);
  } catch (error) {
    console.info("No evidence:", error.message);
    missing = true;
    return true;
  } finally {
    asking = false;
  }
  missing = false;
  if (known.size > KEPT) known.clear();
  wanted.forEach((id) => known.set(id, found[id] ?? []));
  return root.isConnected ? markEvidence(root, app) : false;
}
