import type { AreaVerbs } from "../verb-walk.ts";

export const catalogVerbs: AreaVerbs = { verbs: {}, helpers: [], systemWork: [] };
