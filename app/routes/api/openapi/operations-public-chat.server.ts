import { forgetPublicQuestionsSchema, listPublicQuestionsSchema, savePublicChatSchema } from "#app/domain/public-chat/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "shoppers", needs: "shoppers:read" } as const;
const writes = { tag: "shoppers", needs: "shoppers:write" } as const;

/** What visitors of a site may ask. */
export const publicChatOperations: readonly Operation[] = [
  { id: "readPublicChat", method: "get", path: "/sites/{id}/chat", ...reads, answer: { kind: "one", of: "PublicChat" } },
  {
    id: "savePublicChat",
    method: "put",
    path: "/sites/{id}/chat",
    ...writes,
    body: savePublicChatSchema.omit({ id: true }),
    answer: { kind: "one", of: "PublicChatSettings" },
  },
  {
    id: "listPublicQuestions",
    method: "get",
    path: "/sites/{id}/chat/questions",
    ...reads,
    query: listPublicQuestionsSchema.omit({ id: true }),
    answer: { kind: "page", of: "PublicQuestion" },
  },
  {
    id: "forgetPublicQuestions",
    method: "delete",
    path: "/sites/{id}/chat/questions",
    ...writes,
    body: forgetPublicQuestionsSchema.omit({ id: true }),
    answer: { kind: "one", of: "ForgottenQuestions" },
  },
];
