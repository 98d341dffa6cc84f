import { expect, test } from "vitest";
import { agentSettings } from "#app/domain/agents/settings.ts";
import { expectSound, nowMs, ofRule, rulesOf } from "../testing/planted.ts";
import { decideCopy } from "./decide.ts";
import type { CopySeen, SeenListing, SeenRewrite } from "./seen.ts";

const settings = agentSettings["copy-master"].parse({});
const dayMs = 86_400_000;

const rewrite = (change: Partial<SeenRewrite> = {}): SeenRewrite => ({
  field: "title",
  before: "CHALEIRA",
  after: "Chaleira Acme 127 V",
  author: { source: "rules", reason: "no-models" },
  scoreAfter: 80,
  ...change,
});

const aListing = (change: Partial<SeenListing> = {}): SeenListing => ({
  id: "lst_1",
  title: "CHALEIRA",
  qualityScore: 60,
  visits30d: 300,
  units30d: 0,
  score: 70,
  missingDetails: 0,
  isTitleLocked: false,
  suspicious: 0,
  rewrites: [rewrite(), rewrite({ field: "description", before: "", after: "Chaleira Acme.", scoreAfter: 76 })],
  leftOut: [],
  ...change,
});

function decide(listings: SeenListing[], change: Partial<CopySeen> = {}) {
  const seen: CopySeen = { listings, unseen: 0, heard: [], rewrites: { value: {}, version: 2 }, ...change };
  const outcome = decideCopy(seen, settings, nowMs);
  expectSound(outcome);
  expect(decideCopy(seen, settings, nowMs)).toEqual(outcome);
  return outcome;
}

test("title and description are proposed each for itself, with the text that stands there now and what is expected", () => {
  const outcome = decide([aListing()]);
  expect(rulesOf(outcome)).toEqual(["copy-master.rewrite-title", "copy-master.rewrite-description"]);
  expect(outcome.decisions[0]?.proposal).toMatchObject({
    key: "copy:title:lst_1",
    call: { tool: "rewrite-listing", input: { listingId: "lst_1", field: "title", before: "CHALEIRA", after: "Chaleira Acme 127 V" } },
    effect: { score: 70, scoreAfter: 80 },
    group: null,
  });
});

test("who wrote it can be read from the decision: rules with the reason, or a model with its call and edition of the prompt", () => {
  expect(decide([aListing()]).decisions[0]?.facts).toMatchObject({ source: "rules", whyRules: "no-models" });
  const author = { source: "model", provider: "groq", model: "m", callId: "call_9", promptVersion: 1 } as const;
  const { decisions } = decide([aListing({ rewrites: [rewrite({ author })] })]);
  expect(decisions[0]?.facts).toMatchObject(author);
});

test("a locked title is left, its description is not", () => {
  expect(rulesOf(decide([aListing({ isTitleLocked: true })]))).toEqual(["copy-master.title-locked", "copy-master.rewrite-description"]);
});

test("where required details are missing they come before another title", () => {
  expect(rulesOf(decide([aListing({ missingDetails: 2 })]))).toEqual(["copy-master.details-first", "copy-master.rewrite-description"]);
});

test("what gains too little, or nothing, is not proposed", () => {
  expect(rulesOf(decide([aListing({ rewrites: [rewrite({ scoreAfter: 72 })] })]))).toEqual(["copy-master.nothing-better"]);
  expect(rulesOf(decide([aListing({ rewrites: [rewrite({ after: "CHALEIRA" })] })]))).toEqual(["copy-master.nothing-better"]);
  expect(rulesOf(decide([aListing({ rewrites: [rewrite({ scoreAfter: 73 })] })]))).toEqual(["copy-master.rewrite-title"]);
});

test("what a model wrote in vain, and texts that give orders, are told and change nothing", () => {
  const leftOut = [{ field: "title" as const, reason: "invented-number" as const, detail: "5l" }];
  const { decisions } = decide([aListing({ suspicious: 2, leftOut })]);
  expect(rulesOf({ decisions }).slice(0, 2)).toEqual(["copy-master.suspicious", "copy-master.left-out"]);
  expect(ofRule({ decisions }, "copy-master.left-out")[0]?.facts).toMatchObject({
    reason: "invented-number",
  });
  expect(decisions.slice(2).map(({ proposal }) => proposal)).toEqual(decide([aListing()]).decisions.map(({ proposal }) => proposal));
});

test("it remembers what it looked at, forgets after a year, and replaces only what it looked at again", () => {
  const value = { old: { proposedAtMs: nowMs - 400 * dayMs }, other: { proposedAtMs: nowMs - dayMs } };
  const outcome = decide([aListing()], { unseen: 3, rewrites: { value, version: 2 } });
  expect(outcome.memory["copy.rewrites"]).toEqual({
    value: { other: value.other, lst_1: { proposedAtMs: nowMs } },
    basedOn: 2,
  });
  expect(outcome.replaces).toEqual(["copy:title:lst_1", "copy:description:lst_1"]);
  expect(rulesOf(outcome)).toContain("copy-master.unseen");
  expect(decide([]).memory).toEqual({});
});
