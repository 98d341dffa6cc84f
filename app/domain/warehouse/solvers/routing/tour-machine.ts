import { type Crossing, crossings, isClosed, join, type Junctions, touch, untouched } from "./tour-classes.ts";

/**
 * Ways to walk a stretch of an aisle between two cross aisles; the numbers index the costs of a step.
 * Without picks only the first three are open, with picks only the last five.
 */
export const stretchWays = { skip: 0, once: 1, twice: 2, fromLower: 3, fromUpper: 4, fromBoth: 5 } as const;
export const costsPerStep = 16;

/** For every class, which classes a step leads to and which of the step's costs is paid. Rows start at `starts[class]`. */
export type StepTable = { starts: Int32Array; targets: Int32Array; costs: Int32Array };

export type TourMachine = {
  crossAisles: number;
  classes: readonly Junctions[];
  emptyClass: number;
  isClosed: Uint8Array;
  touches: readonly StepTable[];
  emptyStretches: readonly StepTable[];
  pickedStretches: readonly StepTable[];
  crossing: StepTable;
};

type Move = { next: Junctions; cost: number };
type Step = (junctions: Junctions) => Move[];

const touchAt =
  (at: number): Step =>
  (junctions) => [{ next: touch(junctions, at), cost: stretchWays.skip }];

const emptyStretch =
  (lower: number): Step =>
  (junctions) => [
    { next: junctions, cost: stretchWays.skip },
    { next: join(junctions, lower, 1), cost: stretchWays.once },
    { next: join(junctions, lower, 2), cost: stretchWays.twice },
  ];

const pickedStretch =
  (lower: number): Step =>
  (junctions) => [
    { next: join(junctions, lower, 1), cost: stretchWays.once },
    { next: join(junctions, lower, 2), cost: stretchWays.twice },
    { next: touch(junctions, lower), cost: stretchWays.fromLower },
    { next: touch(junctions, lower + 1), cost: stretchWays.fromUpper },
    { next: touch(touch(junctions, lower), lower + 1), cost: stretchWays.fromBoth },
  ];

const crossOver: Step = (junctions) => crossings(junctions).map(({ next, walks }: Crossing) => ({ next, cost: walks }));

/** More cross aisles have too many classes to keep: 5 have about a thousand, 6 nearly ten thousand. */
export const maxExactCrossAisles = 6;

/** Follows every step from the empty class until no new class appears. */
function buildTourMachine(crossAisles: number): TourMachine {
  const junctionIndexes = Array.from({ length: crossAisles }, (_, index) => index);
  const stretchIndexes = junctionIndexes.slice(0, -1);
  const steps = [...junctionIndexes.map(touchAt), ...stretchIndexes.map(emptyStretch), ...stretchIndexes.map(pickedStretch), crossOver];
  const { classes, tables } = explore(
    Array.from({ length: crossAisles }, () => untouched),
    steps,
  );
  const [crossing] = tables.slice(-1);
  if (crossing === undefined) throw new Error("a layout has cross aisles");
  return {
    crossAisles,
    classes,
    emptyClass: 0,
    isClosed: Uint8Array.from(classes, (junctions) => (isClosed(junctions) ? 1 : 0)),
    touches: tables.slice(0, crossAisles),
    emptyStretches: tables.slice(crossAisles, 2 * crossAisles - 1),
    pickedStretches: tables.slice(2 * crossAisles - 1, -1),
    crossing,
  };
}

function explore(first: Junctions, steps: readonly Step[]): { classes: Junctions[]; tables: StepTable[] } {
  const classes: Junctions[] = [first];
  const numbers = new Map([[keyOf(first), 0]]);
  const rows = steps.map((): { target: number; cost: number }[][] => []);
  const numberOf = (junctions: Junctions) => {
    const key = keyOf(junctions);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, classes.length);
    classes.push(junctions);
    return classes.length - 1;
  };
  for (let index = 0; index < classes.length; index += 1) {
    const junctions = classes[index] ?? first;
    steps.forEach((step, at) => {
      rows[at]?.push(step(junctions).map(({ next, cost }) => ({ target: numberOf(next), cost })));
    });
  }
  return { classes, tables: rows.map(tableOf) };
}

function keyOf(junctions: Junctions): string {
  return String.fromCharCode(...junctions);
}

function tableOf(rows: readonly (readonly { target: number; cost: number }[])[]): StepTable {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.length;
  });
  const moves = rows.flat();
  return { starts, targets: Int32Array.from(moves, ({ target }) => target), costs: Int32Array.from(moves, ({ cost }) => cost) };
}

const machines = new Map<number, TourMachine>();

/** Built once for each number of cross aisles. */
export function tourMachine(crossAisles: number): TourMachine {
  const machine = machines.get(crossAisles) ?? buildTourMachine(crossAisles);
  machines.set(crossAisles, machine);
  return machine;
}
