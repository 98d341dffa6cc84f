import type { Endpoint } from "./endpoints.ts";

const missing = { status: 404 };
const long = "x".repeat(5_000);
const notLine: unknown[] = [1, true, null, [], {}, "", "   ", long];
const notFlag: unknown[] = ["yes", 1, null, [], {}];
const notId: unknown[] = [1, true, [], {}, "", long];

/** Conversations, what was asked in them, and what was put beside questions. */
export const conversationsEndpoints: Record<string, Endpoint> = {
  conversations: {
    GET: { needs: "chat:read", probe: { status: 200 } },
    POST: {
      needs: "chat:write",
      probe: { body: { title: 1 }, status: 400, errors: ["title"] },
      refuses: { valid: { title: "Pedidos" }, fields: { title: [...notLine, "two\nlines"] } },
    },
  },
  "conversations/:id": {
    GET: { needs: "chat:read", probe: missing },
    PATCH: {
      needs: "chat:write",
      probe: { body: { title: "Pedidos" }, status: 404 },
      refuses: { valid: { title: "Pedidos" }, fields: { title: notLine, isShared: notFlag } },
    },
    DELETE: { needs: "chat:write", probe: missing },
  },
  "conversations/:id/restore": { POST: { needs: "chat:write", probe: missing } },
  "conversations/:id/turns": {
    GET: { needs: "chat:read", probe: missing },
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["question"] },
      refuses: {
        valid: { question: "Quantos pedidos?" },
        fields: {
          question: [1, true, null, [], {}, "", "   ", "x".repeat(10_000)],
          query: ["x", 1, true, []],
          "query.type": [{}, { type: "sql" }, { type: "__proto__" }],
          "query.metric": [{ type: "metric", metric: "nobody" }],
          parentId: notId,
          attachmentIds: ["x", 1, null, {}, ["a", "b", "c", "d", "e"]],
        },
      },
    },
  },
  "conversations/:id/attachments": {
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["name", "content"] },
      refuses: {
        valid: { name: "vendas.csv", content: "YSxiCjEsMgo=" },
        fields: { name: notLine, content: [1, true, null, [], {}, "", "%%%"] },
      },
    },
  },
  "conversations/:id/attachments/:fileId": { GET: { needs: "chat:read", probe: missing } },
};
