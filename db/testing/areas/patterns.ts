import { decidePattern } from "#app/domain/patterns/decide-pattern.server.ts";
import { listPatterns } from "#app/domain/patterns/list-patterns.server.ts";
import { readPattern } from "#app/domain/patterns/read-pattern.server.ts";
import { readPatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

export const patternsVerbs: AreaVerbs = {
  verbs: {
    listPatterns: {
      run: listPatterns,
      needs: "shoppers:read",
      fields: {
        limit: "optionalNumber",
        cursor: "optionalText",
        period: "optionalChoice",
        startDay: "optionalText",
        kind: "optionalChoice",
        nature: "optionalChoice",
        state: "optionalChoice",
      },
    },
    readPattern: {
      run: readPattern,
      needs: "shoppers:read",
      input: (home) => ({ id: home.shop.patternId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.patternId }),
      foreignAnswer: "not_found",
    },
    readPatternPeriod: { run: readPatternPeriod, needs: "shoppers:read", fields: { period: "optionalChoice", startDay: "optionalText" } },
    decidePattern: {
      run: decidePattern,
      needs: "shoppers:write",
      input: (home) => ({ id: home.shop.patternId, state: "pinned" }),
      fields: { id: "text", state: "choice", reason: "optionalText" },
      foreign: (other) => ({ id: other.shop.patternId, state: "pinned" }),
      foreignAnswer: "not_found",
    },
  },
  helpers: ["askToRecount", "countDay", "evidenceOf", "readTallies", "shopTimeZone"],
  systemWork: ["countDueDays", "countPeriod", "countToday"],
};
