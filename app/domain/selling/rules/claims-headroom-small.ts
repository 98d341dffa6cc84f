import { headroomRule } from "./metric-rules.ts";

export const claimsHeadroomSmall = headroomRule("claims-headroom-small", "claims");
