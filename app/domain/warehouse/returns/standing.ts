import type { ReturnState, StepKind, StepState } from "./states.ts";

/** What a return's steps say, without where they were booked. */
export type Step = {
  id: string;
  lineId: string;
  kind: StepKind;
  arrivalId: string | null;
  qty: number;
  serials: readonly string[];
  state: StepState;
};

const isCounted = ({ state }: Step) => state !== "refused";
const unitsOf = (steps: readonly Step[]) => steps.reduce((sum, { qty }) => sum + qty, 0);

/** How much of a line has not come back yet; what a zone is being asked to book has. */
export function missingOf(line: { id: string; quantity: number }, steps: readonly Step[]): number {
  return line.quantity - unitsOf(steps.filter((step) => step.kind === "arrival" && step.lineId === line.id && isCounted(step)));
}

/** Of an arrival, what nobody has decided about. */
export function undecidedOf(arrival: Step, steps: readonly Step[]): { qty: number; serials: string[] } {
  const decided = steps.filter((step) => step.arrivalId === arrival.id && isCounted(step));
  const named = new Set(decided.flatMap(({ serials }) => serials));
  return { qty: arrival.qty - unitsOf(decided), serials: arrival.serials.filter((serial) => !named.has(serial)) };
}

/** Where a return stands after its zones have answered. What a person has ended stays ended. */
export function stateAfter(state: ReturnState, steps: readonly Step[]): ReturnState {
  if (state === "closed" || state === "called-off") return state;
  const booked = steps.filter((step) => step.state === "booked");
  const arrivals = booked.filter(({ kind }) => kind === "arrival");
  if (arrivals.length === 0) return "expected";
  return arrivals.every((arrival) => undecidedOf(arrival, booked).qty === 0) ? "inspected" : "arrived";
}
