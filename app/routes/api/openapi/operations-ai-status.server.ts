import type { Operation } from "./operations.server.ts";

/** Models, and what they cost. */
export const aiStatusOperations: readonly Operation[] = [
  {
    id: "aiStatus",
    method: "get",
    path: "/ai/status",
    tag: "ai",
    needs: "workspace:read",
    answer: { kind: "one", of: "AiStatus" },
  },
];
