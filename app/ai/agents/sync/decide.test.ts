import { describe, expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import type { StockDrift } from "#app/domain/catalog/read-stock-drift.server.ts";
import { driftReasons } from "#app/domain/catalog/stock-drift.ts";
import { expectSound, hourMs, minuteMs, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decideSync } from "./decide.ts";
import type { SeenChannel, SyncSeen } from "./seen.ts";

const settings = agentSettings.sync.parse({});

function aDrift(change: Partial<StockDrift> = {}): StockDrift {
  const listing = { id: "lst", title: "Kettle", modelName: "", sku: "KETTLE", vendorText: null, toldAt: null, retryAt: null };
  return { ...listing, available: 2, shown: 2, reason: null, since: nowMs - minuteMs, ...change };
}
const aChannel = (drifts: StockDrift[], change: Partial<SeenChannel> = {}): SeenChannel => ({
  id: "chn",
  label: "Shop",
  drifts,
  hasMore: false,
  ...change,
});
const place = { sku: "var", code: "KETTLE", zoneId: "zone", zoneName: "Picking", onHand: 2 };

function decide(channels: SeenChannel[], change: Partial<SyncSeen> = {}) {
  const seen = { channels, unseen: [], places: [place], heard: [], drift: { value: {}, version: 3 }, ...change };
  const outcome = decideSync(seen, settings, nowMs);
  expectSound(outcome);
  expect(decideSync(seen, settings, nowMs)).toEqual(outcome);
  return outcome;
}

describe("what differs", () => {
  test("nothing: that is said, and remembered on the version it was decided on", () => {
    const outcome = decide([aChannel([])]);
    expect(rulesOf(outcome)).toEqual(["sync.nothing-differs"]);
    expect(outcome.memory["channels.drift"]).toEqual({ value: { chn: { listings: 0, reasons: {}, lookedAtMs: nowMs } }, basedOn: 3 });
  });
  test("no channel follows the warehouses: nothing is said, nothing is remembered", () => {
    expect(decide([])).toEqual({ decisions: [], messages: [], memory: {}, replaces: ["oversell:"] });
  });
  test("every reason there is has an explanation, with how many and which", () => {
    const drifts = driftReasons.map((reason, index) => aDrift({ reason, sku: `S${index}`, shown: 1 }));
    const explained = decide([aChannel(drifts)]).decisions.filter(({ facts }) => facts["reasons"] !== undefined);
    expect(explained.reduce((sum, { facts }) => sum + Number(facts["listings"]), 0)).toBe(driftReasons.length);
    expect(rulesOf({ decisions: explained })).toEqual([
      "sync.drift-passing",
      "sync.drift-unreachable",
      "sync.drift-unlinked",
      "sync.drift-refused",
      "sync.drift-stopped",
    ]);
  });
  test("whether it got better or worse since the last look", () => {
    const drifts = [aDrift({ reason: "unlinked", available: null })];
    const after = (listings: number) =>
      rulesOf(decide([aChannel(drifts)], { drift: { version: 1, value: { chn: { listings, reasons: {}, lookedAtMs: 0 } } } }));
    expect(after(0)).toContain("sync.drift-grew");
    expect(after(4)).toContain("sync.drift-shrank");
    expect(after(1)).toEqual(["sync.drift-unlinked"]);
  });
  test("what could not be looked at to the end is not passed over", () => {
    const outcome = decide([aChannel([], { hasMore: true })], { unseen: ["Other"] });
    expect(ofRule(outcome, "sync.unseen")[0]?.facts).toEqual({ channels: 2, examples: "Other, Shop" });
  });
});

describe("telling again", () => {
  const tells = (drift: Partial<StockDrift>) => ofRule(decide([aChannel([aDrift({ shown: 1, ...drift })])]), "sync.tell-again");
  test("helps what could not be told for long", () => {
    expect(tells({ reason: "unreachable", since: nowMs - hourMs })[0]?.proposal?.call).toEqual({
      tool: "tell-stock",
      input: { channelId: "chn" },
    });
  });
  test("is no help against what the marketplace refuses, and too soon for what is just being told", () => {
    expect(tells({ reason: "closed", since: nowMs - hourMs })).toEqual([]);
    expect(tells({ reason: "telling", since: nowMs - minuteMs })).toEqual([]);
  });
});

describe("more on sale than there is", () => {
  const over = (shown: number, sku = "KETTLE") => aDrift({ id: `${sku}${shown}`, reason: "unreachable", shown, sku });
  test("is told to the manager, and a large one raises an alert where the goods lie", () => {
    const outcome = decide([aChannel([over(9)])]);
    expect(outcome.messages).toEqual([
      { type: "oversell-risk", to: "warehouse-manager", body: { channelId: "chn", sku: "var", shown: 9, available: 2 } },
    ]);
    expect(ofRule(outcome, "sync.oversell-risk")[0]?.proposal?.call).toMatchObject({
      tool: "raise-alert",
      input: { zoneId: "zone", severity: "watch" },
    });
    expect(ofRule(decide([aChannel([over(100)])]), "sync.oversell-risk")[0]?.proposal?.call).toMatchObject({
      input: { severity: "wrong" },
    });
  });
  test("a little is no alert, and fewer on sale than there is is no risk", () => {
    expect(ofRule(decide([aChannel([over(3)])]), "sync.oversell-risk")).toMatchObject([{ verdict: "asked", proposal: null }]);
    expect(decide([aChannel([over(1)])]).messages).toEqual([]);
  });
  test("a zone has one alert, the worst, and goods nobody knows a place of have none", () => {
    const places = [place, { ...place, sku: "var2", code: "PAN" }];
    const outcome = decide([aChannel([over(7), over(9), over(20, "PAN"), over(50, "GONE")])], { places });
    const risks = ofRule(outcome, "sync.oversell-risk");
    expect(risks.map(({ facts, proposal }) => [facts["sku"], proposal !== null])).toEqual([
      ["GONE", false],
      ["PAN", true],
      ["KETTLE", false],
    ]);
  });
});

test("who said that goods were corrected reads what came of it", () => {
  const heard = [
    {
      id: "m",
      from: "warehouse-manager" as const,
      type: "stock-corrected" as const,
      to: "sync" as const,
      body: { zoneId: "zone", skus: ["var"] },
    },
  ];
  expect(rulesOf(decide([aChannel([])], { heard }))).toContain("sync.corrected-heard");
});
