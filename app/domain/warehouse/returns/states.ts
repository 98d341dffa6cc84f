import { inspectionOutcomes } from "../ledger/facts.ts";

/** expected: announced. arrived: in a bin, on hold. inspected: of all that arrived it is known what becomes of it. */
export const returnStates = ["expected", "arrived", "inspected", "closed", "called-off"] as const;
export type ReturnState = (typeof returnStates)[number];

export const openReturnStates = ["expected", "arrived", "inspected"] as const satisfies readonly ReturnState[];

export const returnReasons = ["changed-mind", "wrong-item", "damaged", "not-as-described", "not-delivered", "refunded", "other"] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** channel: the marketplace told that the order came back. */
export const returnSources = ["person", "channel"] as const;

export const stepKinds = ["arrival", ...inspectionOutcomes] as const;
export type StepKind = (typeof stepKinds)[number];

export const stepStates = ["asked", "booked", "refused"] as const;
export type StepState = (typeof stepStates)[number];
