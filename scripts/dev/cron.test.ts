import { expect, test } from "vitest";
import { dueCrons } from "./cron.ts";

const crons = ["* * * * *", "17 3 * * *", "*/15 * * * *", "0 6 * * 1,5"];

test.each([
  ["2026-11-20T03:16:00Z", ["* * * * *"]],
  ["2026-11-20T03:17:30Z", ["* * * * *", "17 3 * * *"]],
  ["2026-11-20T04:45:00Z", ["* * * * *", "*/15 * * * *"]],
  ["2026-11-20T06:00:00Z", ["* * * * *", "*/15 * * * *", "0 6 * * 1,5"]],
  ["2026-11-19T06:00:00Z", ["* * * * *", "*/15 * * * *"]],
])("at %s exactly the crons of that minute in UTC are due", (at, due) => {
  expect(dueCrons(crons, new Date(at))).toEqual(due);
});
