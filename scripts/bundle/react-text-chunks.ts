import type { Plugin } from "vite";

const renderer = /\/react-dom-server\.edge\.production\.js$/;

/** React's own names, so that everything that calls them stays as it is. The buffer begins anew with every flush. */
const textWriters = `function writeChunk(destination, chunk) {
  currentView += chunk;
}
function writeChunkAndReturn(destination, chunk) {
  currentView += chunk;
  return true;
}
function completeWriting(destination) {
  if (currentView) destination.enqueue(textEncoder.encode(currentView));
  currentView = null;
}
var textEncoder = new TextEncoder();
function stringToChunk(content) {
  return content;
}
function stringToPrecomputedChunk(content) {
  return content;
}
function byteLengthOfChunk(chunk) {
  return chunk.length;
}
`;

type Change = { what: RegExp; becomes: string; times: number };

const changes: Change[] = [
  { what: /function writeChunk\(destination, chunk\) \{.*?(?=function closeWithError\()/gs, becomes: textWriters, times: 1 },
  { what: /\bcurrentView = new Uint8Array\(4096\);\s*writtenBytes = 0;/g, becomes: 'currentView = "";', times: 2 },
  { what: /\bsegment\[i\]\.byteLength\b/g, becomes: "segment[i].length", times: 1 },
];

/** A React that is built differently stops the build here: half a change would send broken pages. */
export function toTextChunks(source: string): string {
  let text = source;
  for (const { what, becomes, times } of changes) {
    const found = text.match(what)?.length ?? 0;
    if (found !== times) throw new Error(`react-dom is built differently: ${String(what)} is there ${found} times, not ${times}`);
    text = text.replace(what, () => becomes);
  }
  if (/\bcurrentView\.|\bnew Uint8Array\(/.test(text)) throw new Error("react-dom is built differently: it writes bytes elsewhere too");
  return text;
}

/**
 * React's renderer for Workers encodes every tag, attribute name and value into bytes of its own: thousands of native calls
 * and small arrays a page, more than all else it does. Kept as text until a flush, a page is encoded once.
 */
export function reactTextChunks(): Plugin {
  return {
    name: "react-text-chunks",
    enforce: "pre",
    transform: { filter: { id: renderer }, handler: (source) => ({ code: toTextChunks(source), map: null }) },
  };
}
