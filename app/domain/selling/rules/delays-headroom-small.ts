import { headroomRule } from "./metric-rules.ts";

export const delaysHeadroomSmall = headroomRule("delays-headroom-small", "delayed_handling_time");
