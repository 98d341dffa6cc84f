import type { AreaVerbs } from "../verb-walk.ts";

export const ordersVerbs: AreaVerbs = { verbs: {}, helpers: [], systemWork: [] };
