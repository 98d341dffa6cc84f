import { expect } from "vitest";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import { toolCallSchema } from "#app/domain/agents/tool-inputs.ts";
import { agentMessageSchema } from "#app/domain/agents/messages.ts";
import { en } from "#app/i18n/en/resources.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { ZoneBin, ZoneTask } from "#app/domain/warehouse/ports.ts";
import type { BinLine, SeenZone } from "../shared/seen-zone.ts";

/** A Wednesday, in the middle of an hour. */
export const nowMs = Date.UTC(2026, 10, 25, 14, 30);
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export function aLine(sku: string, qty: number, change: Partial<BinLine> = {}): BinLine {
  return { sku, lot: "", plate: "", status: "available", qty, reserved: 0, ...change };
}

/** A shelf so many metres into an aisle. */
export function aShelf(id: string, yMetres: number, lines: BinLine[] = [], change: Partial<ZoneBin> = {}): ZoneBin {
  const place = { aisle: "A", xMm: 0, yMm: yMetres * 1_000, rank: yMetres, kind: "pick" as const };
  return { id, code: id.toUpperCase(), ...place, capacityUnits: null, isBlocked: false, version: 1, lines, ...change };
}

export function aTask(change: Partial<ZoneTask>): ZoneTask {
  const goods = { sku: null, lot: "", plate: "", qty: 1, doneQty: 0, fromBin: null, toBin: null };
  const standing = {
    state: "open" as const,
    priority: 100,
    wave: null,
    batch: null,
    walk: null,
    picker: null,
    claimedBy: null,
    createdAt: nowMs,
    version: 1,
  };
  return { id: "task", kind: "pick", ...goods, ...standing, ...change };
}

export function aSeenZone(bins: ZoneBin[], change: Partial<SeenZone> = {}): SeenZone {
  const skus = [...new Set(bins.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const items = skus.map((sku) => ({ sku, code: `C-${sku}`, title: sku, gtin: null, tracksLots: false, tracksSerials: false }));
  return { id: "zone", label: "Picking", warehouse: { id: "wh", label: "Depot" }, bins, tasks: [], items, ...change };
}

export function aWaitingOrder(id: string, lines: [sku: string, quantity: number][], change: Partial<DemandOrder> = {}): DemandOrder {
  const own = lines.map(([variantId, quantity], index) => ({
    id: `${id}/${index}`,
    title: variantId,
    variantId,
    quantity,
    state: "promised",
    free: quantity,
  }));
  const facts = { orderRef: `#${id}`, channelName: "Shop", placedAt: nowMs - minuteMs, shipBy: null, hindrance: null, isWaiting: false };
  return { id, ...facts, lines: own, ...change };
}

export function rulesOf({ decisions }: Pick<Outcome, "decisions">): string[] {
  return decisions.map(({ rule }) => rule);
}

export function ofRule({ decisions }: Pick<Outcome, "decisions">, rule: string): Outcome["decisions"] {
  return decisions.filter((one) => one.rule === rule);
}

const texts: Readonly<Record<string, { title: string; says: string; effect?: string }>> = en.agents.rules;
const variablesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");

/** What is wrong with conclusions and messages: each can be read, done, and understood. Empty when nothing is. */
function flawsOf({ decisions, messages }: Pick<Outcome, "decisions"> & Partial<Pick<Outcome, "messages">>): string[] {
  const lacks = (text: string | undefined, facts: Readonly<Record<string, unknown>>) =>
    text === undefined ? ["no text"] : variablesOf(text).filter((name) => facts[name] === undefined);
  const flaws = decisions.flatMap(({ rule, facts, proposal }) => {
    const text = texts[rule.replaceAll(".", "_")];
    const numbers = Object.entries(facts).filter(([, value]) => Number.isNaN(value));
    const said = [...lacks(text?.says, facts), ...numbers.map(([name]) => `${name} is no number`)];
    if (proposal === null) return said.map((flaw) => `${rule}: ${flaw}`);
    const isDone = toolCallSchema.safeParse(proposal.call).success;
    return [...said, ...lacks(text?.effect, proposal.effect), ...(isDone ? [] : ["no such call"])].map((flaw) => `${rule}: ${flaw}`);
  });
  return [
    ...flaws,
    ...(messages ?? []).filter((one) => !agentMessageSchema.safeParse(one).success).map(({ type }) => `${type}: no such message`),
  ];
}

export function expectSound(outcome: Parameters<typeof flawsOf>[0]): void {
  expect(flawsOf(outcome)).toEqual([]);
}
