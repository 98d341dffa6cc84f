import { headroomRule } from "./metric-rules.ts";

export const cancellationsHeadroomSmall = headroomRule("cancellations-headroom-small", "cancellations");
