// The words that carried the tags of what is on screen: asked for beside the figures, kept, and marked in place.

import { remark } from "./verbatims.js";

const MOST = 50;
const KEPT = 2000;
const known = new Map();
let asking = false;

// Marks the words in every verbatim below `root`, now or when they are known.
export async function markEvidence(root, app) {
  const items = [...root.querySelectorAll(".verbatim[data-tagged]")];
  items.forEach((node) => remark(node, known.get(node.dataset.id)));
  const wanted = [...new Set(items.map((node) => node.dataset.id).filter((id) => !known.has(id)))].slice(0, MOST);
  if (!wanted.length || asking) return;
  asking = true;
  let found = null;
  try {
    found = await app.get(`api/evidence?${new URLSearchParams(wanted.map((id) => ["id", id]))}`);
  } catch (error) {
    console.info("No evidence:", error.message);
  } finally {
    asking = false;
  }
  if (!found) return;
  if (known.size > KEPT) known.clear();
  wanted.forEach((id) => known.set(id, found[id] ?? []));
  if (root.isConnected) markEvidence(root, app);
}
