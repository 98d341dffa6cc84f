import type { Action } from "../accounts/permissions.ts";
import type { Answered } from "../metrics/answer.ts";
import { catalogue } from "../metrics/catalogue.ts";
import { neededToFind } from "../metrics/policy.ts";
import type { AnswerPart } from "./parts.ts";

type Allows = (action: Action) => boolean;

const withheld: AnswerPart = { type: "broken", reason: "withheld" };

/** What one must be allowed to see to be shown this part: of words, what they were made of is said by the parts before them. */
function needsOf(part: AnswerPart): readonly Action[] {
  switch (part.type) {
    case "answer":
      return needsOfAnswer(part.answer);
    case "routed":
    case "tool":
    case "approval":
      return part.needs ?? [];
    case "text":
    case "refusal":
    case "source":
    case "broken":
      return [];
    default:
      return part satisfies never;
  }
}

function needsOfAnswer({ query, found }: Answered): Action[] {
  if (query.type === "metric" || query.type === "why") return [catalogue[query.metric].scope];
  if (query.type === "search") return ["shoppers:read"];
  return found.flatMap(({ kind }) => neededToFind[kind] ?? []);
}

export function needsOfParts(parts: readonly AnswerPart[]): Action[] {
  return [...new Set(parts.flatMap(needsOf))];
}

/** An answer as this reader may see it: one that rests on anything they may not read is withheld with all its words. */
export function partsFor(allows: Allows, parts: readonly AnswerPart[]): AnswerPart[] {
  if (needsOfParts(parts).every(allows)) return [...parts];
  return [...parts.filter(({ type }) => type === "routed"), withheld];
}

/** The same piece by piece, each in its place. `needs`: of the answer so far, with this part. */
export function partFor(allows: Allows, part: AnswerPart, needs: readonly Action[]): AnswerPart {
  return part.type === "routed" || needs.every(allows) ? part : withheld;
}
