import type { AreaVerbs } from "../verb-walk.ts";

export const sellingVerbs: AreaVerbs = { verbs: {}, helpers: [], systemWork: [] };
