import { z } from "zod";
import { wholeNumber } from "../whole-number.ts";
import type { AgentKind } from "./kinds.ts";

const days = (usual: number) => wholeNumber({ min: 1, max: 90 }).default(usual);
const minutes = (usual: number) => wholeNumber({ min: 1, max: 10_080 }).default(usual);
const hours = (usual: number) => wholeNumber({ min: 0, max: 720 }).default(usual);
const percent = (min: number, max: number, usual: number) => wholeNumber({ min, max }).default(usual);
const atMost = (usual: number) => wholeNumber({ min: 0, max: 50 }).default(usual);

/** What people may set for each agent; everything has a value of its own until somebody does. */
export const agentSettings = {
  optimizer: z.object({
    /** How far back orders are looked at. */
    historyDays: days(28),
    /** Fewer orders than this say nothing about how a zone is walked. */
    leastOrders: wholeNumber({ min: 1, max: 1_000 }).default(20),
    /** A move that takes longer to pay for itself stays undone. */
    payBackDays: days(14),
    walkMetresPerMinute: wholeNumber({ min: 1, max: 200 }).default(60),
    secondsPerUnitMoved: wholeNumber({ min: 0, max: 600 }).default(3),
    mostMoves: atMost(20),
    /** A shelf below what so many days take is filled up to what the longer time takes. */
    refillBelowDays: days(1),
    refillToDays: days(3),
    mostRefills: atMost(20),
    /** Orders are released when so many wait, or the oldest has waited so long. */
    waveOrders: wholeNumber({ min: 1, max: 200 }).default(10),
    waveWaitMinutes: minutes(60),
    mostOrdersPerWave: wholeNumber({ min: 1, max: 100 }).default(40),
    /** How many orders one person carries on one walk. */
    ordersPerWalk: wholeNumber({ min: 1, max: 50 }).default(8),
  }),
  sync: z.object({
    /** What was not told for so long is told again. */
    tellAgainAfterMinutes: minutes(30),
    /** So many more on sale than lie here are an alert. */
    alertFromUnits: wholeNumber({ min: 1, max: 10_000 }).default(3),
    mostRisks: atMost(20),
  }),
  "warehouse-manager": z.object({
    /** Picks for orders that have to leave within this time come first. */
    urgentWithinMinutes: minutes(120),
    /** What waits for longer comes before what is new. */
    oldTaskMinutes: minutes(240),
    mostReprioritised: atMost(20),
    /** More work than the people there do in so many hours is an alert. */
    mostHoursOfWork: wholeNumber({ min: 1, max: 72 }).default(4),
    mostCounts: atMost(10),
    /** Corrections of one bin within a day that make it worth a count. */
    suspectCorrections: wholeNumber({ min: 1, max: 20 }).default(2),
    waveOrders: wholeNumber({ min: 1, max: 200 }).default(10),
    waveWaitMinutes: minutes(60),
  }),
  "copy-master": z.object({
    /** Listings the marketplace judges below this are looked at. */
    qualityBelow: wholeNumber({ min: 1, max: 100 }).default(80),
    /** Or those that nobody bought for so long, */
    unsoldDays: days(30),
    /** although at least so many looked at them in 30 days. */
    leastVisits: wholeNumber({ min: 0, max: 100_000 }).default(20),
    mostListings: atMost(5),
    /** Words that raise the score by less are not worth a change. */
    leastGain: wholeNumber({ min: 1, max: 100 }).default(3),
    /** A listing that was looked at is left alone for so long. */
    againAfterDays: days(30),
  }),
  "price-watch": z.object({
    /** Of the price, after cost, fees and shipping: the floor of every move. */
    leastMarginPercent: percent(0, 90, 10),
    coolDownHours: hours(24),
    /** Of the price at the beginning of the day: all moves of 24 hours together. */
    dailyCapPercent: percent(1, 50, 10),
    /** A fall beyond it always waits for a person, whatever leave was given. */
    askAbovePercent: percent(0, 50, 5),
    undercutCents: wholeNumber({ min: 0, max: 10_000 }).default(1),
    signalsStaleHours: hours(72),
    costStaleDays: wholeNumber({ min: 1, max: 3_650 }).default(365),
    /** The price list is doubted when so many points of the price more were charged lately. */
    feeDriftPoints: percent(1, 50, 3),
    /** With fewer looks in 30 days it is not the price that keeps buyers away. */
    leastVisits: wholeNumber({ min: 0, max: 100_000 }).default(30),
    mostMoves: atMost(20),
    /** Name of the feed of other sellers' offers the workspace subscribes to; empty without one. */
    offersFeed: z
      .string("fieldInvalid")
      .trim()
      .regex(/^[\w-]{0,60}$/, "fieldInvalid")
      .default(""),
    /** The lowest price of a SKU, whatever its margin allows. */
    minimums: z.record(z.string().max(80), wholeNumber({ min: 1, max: 100_000_000_00 }), "fieldInvalid").default({}),
  }),
  "global-trends": z.object({
    brazil: z.boolean("fieldInvalid").default(true),
    unitedStates: z.boolean("fieldInvalid").default(true),
    europe: z.boolean("fieldInvalid").default(true),
    mostOpportunities: atMost(10),
    /** How many trends a model may be asked to explain in one look. */
    mostExplained: wholeNumber({ min: 0, max: 20 }).default(5),
  }),
  "review-gaps": z.object({
    /** Fewer reviews than this are no complaint of many. */
    leastReviews: wholeNumber({ min: 2, max: 100 }).default(3),
    /** Questions before anybody bought that say something is not told. */
    leastQuestions: wholeNumber({ min: 2, max: 100 }).default(4),
    leastConfidencePercent: wholeNumber({ min: 0, max: 100 }).default(50),
    mostProposals: atMost(10),
  }),
} as const satisfies Record<AgentKind, z.ZodObject>;

export type SettingsOf<Kind extends AgentKind> = z.output<(typeof agentSettings)[Kind]>;

/** What is kept may be older than what is asked for today: what no longer fits falls back to the usual. */
export function settingsOf(kind: AgentKind, kept: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const schema = agentSettings[kind];
  const parsed = schema.safeParse(kept);
  return parsed.success ? parsed.data : schema.parse({});
}
