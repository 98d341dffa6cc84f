import type { AreaVerbs } from "../verb-walk.ts";

export const serviceVerbs: AreaVerbs = { verbs: {}, helpers: [], systemWork: [] };
