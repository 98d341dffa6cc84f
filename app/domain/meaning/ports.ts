import type { Asker } from "../ai/ports.ts";

/** Texts as vectors by a model, where a workspace allows one; undefined when rules have to do it. Paid for like every call. */
export type TextVectors = {
  embed(asker: Asker, texts: readonly string[]): Promise<{ model: string; vectors: number[][] } | undefined>;
};

export type NearText = { subjectId: string; similarity: number };
export type VectorPlace = { workspaceId: string; kind: TextKind; model: string };

/** An index of vectors outside our database; where there is none, those beside the texts are compared one by one. */
export type VectorIndex = {
  put(place: VectorPlace, texts: readonly { subjectId: string; vector: readonly number[] }[]): Promise<void>;
  nearest(place: VectorPlace, vector: readonly number[], limit: number): Promise<NearText[]>;
  remove(place: Omit<VectorPlace, "model">, subjectIds: readonly string[]): Promise<void>;
};

export const textKinds = ["interaction", "product", "organisation"] as const;
export type TextKind = (typeof textKinds)[number];
