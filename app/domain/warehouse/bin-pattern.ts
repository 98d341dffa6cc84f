import type { FieldErrors } from "../errors.ts";
import { type BinKind, type BinPlan, maxBins } from "./bin.ts";
import { isBinCode } from "./bin-code.ts";

type Range = { from: number; to: number };

export type BinPattern = {
  zone: string;
  aisles: Range;
  bays: Range;
  /** Names in place of numbers, one for each level from the floor up. */
  levels: Range & { names?: readonly string[] | undefined };
  /** Literal capitals, digits and hyphens around {zone}, {aisle}, {bay}, {level}, {side}; {bay:2} writes 7 as 07. */
  format: string;
  /** Of an aisle, such as L and R; spread evenly over the distance to the next aisle. */
  sides?: readonly string[] | undefined;
  spacing: { aisleM: number; bayM: number; levelM: number };
  /** The picker walks up one aisle and down the next. */
  serpentine?: boolean | undefined;
  kind: BinKind;
  capacity?: { units?: number | null; maxWeightGrams?: number | null; volumeMl?: number | null } | undefined;
};

export type PatternResult = { ok: true; bins: BinPlan[] } | { ok: false; fields: FieldErrors };

type Names = { zone: string; aisle: string; bay: string; level: string; side: string };
type Token = { literal: string } | { name: keyof Names; width: number };
/** One place of the grid: counted from 0 for where it stands, named for what it is called. */
type Spot = { aisle: number; bay: number; level: number; side: number };

const names = ["zone", "aisle", "bay", "level", "side"] as const;
const maxNumber = 9_999;
const maxSpacingM = 1_000;
const maxAmount = 1_000_000_000;
const mmPerM = 1_000;
const part = /^[A-Z0-9]{1,10}$/;

/** Every bin of a zone that is laid out by a rule. All that is wrong is told at once, by field. */
export function binsOfPattern(pattern: BinPattern): PatternResult {
  const tokens = readFormat(pattern.format);
  const fields = checkPattern(pattern, tokens);
  if (tokens === undefined || Object.keys(fields).length > 0) return { ok: false, fields };
  const bins = spotsInOrder(pattern).map((spot, index) => binAt(spot, index + 1, pattern, tokens));
  if (bins.some(({ code }) => !isBinCode(code))) return { ok: false, fields: { format: "binCodeInvalid" } };
  if (new Set(bins.map(({ code }) => code)).size < bins.length) return { ok: false, fields: { format: "binCodesRepeat" } };
  return { ok: true, bins };
}

function readFormat(format: string): Token[] | undefined {
  const tokens: Token[] = [];
  let end = 0;
  for (const found of format.matchAll(/\{([a-z]+)(?::([1-9]))?\}|[A-Z0-9-]+/g)) {
    const name = names.find((one) => one === found[1]);
    if (found[1] !== undefined && name === undefined) return undefined;
    tokens.push(name === undefined ? { literal: found[0] } : { name, width: Number(found[2] ?? 1) });
    end += found[0].length;
  }
  return end === format.length && tokens.length > 0 ? tokens : undefined;
}

function checkPattern(pattern: BinPattern, tokens: readonly Token[] | undefined): FieldErrors {
  const { zone, aisles, bays, levels, format, sides, spacing, capacity } = pattern;
  const fields: FieldErrors = {};
  const refuse = (name: string, isWrong: boolean, reason = "fieldInvalid") => {
    if (isWrong) fields[name] ??= reason;
  };
  refuse("zone", zone.trim() === "", "required");
  refuse("zone", !part.test(zone));
  refuse("format", format.trim() === "", "required");
  refuse("format", tokens === undefined);
  for (const [name, { from, to }] of Object.entries({ aisles, bays, levels })) {
    refuse(`${name}.from`, !isWhole(from, maxNumber));
    refuse(`${name}.to`, !isWhole(to, maxNumber) || to < from);
  }
  const isNamed = (all: readonly string[]) => all.every((one) => part.test(one)) && new Set(all).size === all.length;
  refuse("levels.names", levels.names !== undefined && (levels.names.length !== countOf(levels) || !isNamed(levels.names)));
  refuse("sides", sides !== undefined && (sides.length === 0 || !isNamed(sides)));
  for (const [name, metres] of Object.entries(spacing)) {
    refuse(`spacing.${name}`, !Number.isFinite(metres) || metres < 0 || metres > maxSpacingM);
  }
  for (const [name, amount] of Object.entries(capacity ?? {})) {
    refuse(`capacity.${name}`, amount !== null && !isWhole(amount, maxAmount));
  }
  const count = countOf(aisles) * countOf(bays) * countOf(levels) * (sides?.length ?? 1);
  refuse("form", Object.keys(fields).length === 0 && count > maxBins, "tooManyBins");
  return fields;
}

function isWhole(number: number, max: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= max;
}

function countOf({ from, to }: Range): number {
  return to - from + 1;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** As a picker walks: aisle by aisle, and at each bay everything within reach, from the floor up. */
function spotsInOrder({ aisles, bays, levels, sides, serpentine }: BinPattern): Spot[] {
  return upTo(countOf(aisles)).flatMap((aisle) => {
    const forward = upTo(countOf(bays));
    const walked = serpentine === true && aisle % 2 === 1 ? forward.toReversed() : forward;
    return walked.flatMap((bay) =>
      upTo(sides?.length ?? 1).flatMap((side) => upTo(countOf(levels)).map((level) => ({ aisle, bay, level, side }))),
    );
  });
}

function binAt(spot: Spot, pickRank: number, pattern: BinPattern, tokens: readonly Token[]): BinPlan {
  const { aisles, bays, levels, sides, spacing, kind, capacity } = pattern;
  const called: Names = {
    zone: pattern.zone,
    aisle: String(aisles.from + spot.aisle),
    bay: String(bays.from + spot.bay),
    level: levels.names?.[spot.level] ?? String(levels.from + spot.level),
    side: sides?.[spot.side] ?? "",
  };
  const spelled = (token: Token) => ("literal" in token ? token.literal : padded(called[token.name], token.width));
  const labelOf = (name: "aisle" | "bay" | "level") => {
    const width = tokens.find((token) => "name" in token && token.name === name);
    return width === undefined ? called[name] : spelled(width);
  };
  return {
    code: tokens.map(spelled).join(""),
    aisle: labelOf("aisle"),
    bay: labelOf("bay"),
    level: labelOf("level"),
    side: sides?.[spot.side] ?? null,
    xMm: Math.round((spot.aisle + spot.side / (sides?.length ?? 1)) * spacing.aisleM * mmPerM),
    yMm: Math.round(spot.bay * spacing.bayM * mmPerM),
    zMm: Math.round(spot.level * spacing.levelM * mmPerM),
    pickRank,
    kind,
    capacityUnits: capacity?.units ?? null,
    maxWeightGrams: capacity?.maxWeightGrams ?? null,
    volumeMl: capacity?.volumeMl ?? null,
  };
}

/** Only numbers get zeros before them: a level called B stays B. */
function padded(text: string, width: number): string {
  return /^\d+$/.test(text) ? text.padStart(width, "0") : text;
}
