import type { AreaVerbs } from "../verb-walk.ts";

export const channelsVerbs: AreaVerbs = { verbs: {}, helpers: ["findChannel", "openChannel"], systemWork: [] };
