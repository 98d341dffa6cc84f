import type { KeptEvent } from "../collect/judge-batch.ts";

const manyPages = 20;
const pageEveryMs = 700;
const blindPages = 4;

/** What people do not do: pages faster than anybody reads, or many without one look, move or press. A sign, not a verdict. */
export function behaviourFlags(events: readonly KeptEvent[]): string[] {
  const pages = events.filter(({ type }) => type === "page");
  const flags: string[] = [];
  const gaps = pages.slice(1).map(({ at }, index) => at - (pages[index]?.at ?? at));
  const middle = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)];
  if (pages.length >= manyPages && middle !== undefined && middle < pageEveryMs) flags.push("too-fast");
  const isBlind = events.every(
    ({ type, visibleMs = 0 }) => ["page", "product", "products"].includes(type) || (type === "leave" && visibleMs === 0),
  );
  if (pages.length >= blindPages && isBlind) flags.push("no-look");
  return flags;
}
