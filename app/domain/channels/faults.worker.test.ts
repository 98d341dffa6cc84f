import { beforeEach, describe, expect, test } from "vitest";
import { freeAccounts, runThrough } from "#db/testing/connect-shop.ts";
import {
  calls,
  changed,
  connected,
  emptyList,
  hangs,
  here,
  impatient,
  is429,
  is500,
  meet,
  there,
  truncated,
} from "#db/testing/failing-shop.ts";
import type { StandIn } from "#db/testing/marketplaces.ts";
import type { VendorId } from "./ports.ts";

beforeEach(freeAccounts);

type Fault = {
  what: string;
  /** Which calls it meets, one after the other, each once. */
  meets: string[];
  answers: StandIn;
  /** What stands on the run for people; null when nobody needs to know. */
  says: string | null;
};

function faultsOf(vendor: VendorId): Fault[] {
  const { listings: list, details, orders: sold, questions } = calls[vendor];
  return [
    { what: "429 with Retry-After", meets: [list, sold], answers: is429("30"), says: "throttled" },
    { what: "429 without Retry-After", meets: [details, sold], answers: is429(), says: "throttled" },
    { what: "500, three times", meets: [sold, sold, questions], answers: is500, says: "unavailable" },
    { what: "500 in the middle of the listings", meets: [details], answers: is500, says: "unavailable" },
    { what: "an answer that never comes", meets: [details, sold], answers: hangs, says: "unavailable" },
    { what: "JSON that breaks off", meets: [list, questions], answers: truncated, says: "malformed" },
    {
      what: "a field of another type",
      meets: [details, questions],
      answers: changed((text) => text.replace(/"(price|order_status|text)":/, '"$1":{"was":1},"old_$1":')),
      says: "malformed",
    },
    { what: "a list that is empty for once", meets: [list], answers: emptyList(vendor), says: null },
    { what: "an answer that is lost and asked for again", meets: [list, details, sold], answers: twice(), says: null },
  ];
}

/** The call is made, its answer is lost, and the same call is made again. */
function twice(): StandIn {
  return async (_, answer) => {
    await answer();
    return answer();
  };
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test.each(faultsOf(vendor))("over $what a run ends complete, and says what held it up", async (fault) => {
    const { stage, ctx, input, system } = await connected(vendor, fault.answers === hangs ? { http: impatient } : {});
    meet(stage, fault);
    const run = await runThrough(stage, system, input);
    expect(stage.marketplaces.next, "every fault was met").toEqual([]);
    expect(run.state, JSON.stringify(run.problems)).toBe("done");
    expect([...new Set(run.problems.map((problem) => problem.fault))]).toEqual(fault.says === null ? [] : [fault.says]);
    expect(await here(ctx, input.channelId)).toEqual(there(stage, vendor));
  });
});
