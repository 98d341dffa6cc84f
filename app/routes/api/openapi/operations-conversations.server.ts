import { pageSchema } from "#app/domain/paging.ts";
import {
  askConversationSchema,
  attachFileBodySchema,
  changeConversationSchema,
  createConversationSchema,
  listConversationsSchema,
} from "#app/domain/conversations/schemas.ts";
import type { Operation } from "./operations.server.ts";

const reads = { tag: "chat", needs: "chat:read" } as const;
const writes = { tag: "chat", needs: "chat:write" } as const;
const conversation = { kind: "one", of: "Conversation" } as const;
const one = "/conversations/{id}";

/** Conversations, what was asked in them, and what was put beside questions. */
export const conversationsOperations: readonly Operation[] = [
  {
    id: "listConversations",
    method: "get",
    path: "/conversations",
    ...reads,
    query: listConversationsSchema,
    answer: { kind: "page", of: "Conversation" },
  },
  {
    id: "createConversation",
    method: "post",
    path: "/conversations",
    ...writes,
    body: createConversationSchema,
    status: 201,
    answer: conversation,
  },
  { id: "readConversation", method: "get", path: one, ...reads, answer: conversation },
  {
    id: "changeConversation",
    method: "patch",
    path: one,
    ...writes,
    body: changeConversationSchema.omit({ id: true }),
    answer: conversation,
  },
  { id: "removeConversation", method: "delete", path: one, ...writes, answer: { kind: "one", of: "Done" } },
  { id: "restoreConversation", method: "post", path: `${one}/restore`, ...writes, answer: conversation },
  { id: "listTurns", method: "get", path: `${one}/turns`, ...reads, query: pageSchema, answer: { kind: "page", of: "ConversationTurn" } },
  {
    id: "askConversation",
    method: "post",
    path: `${one}/turns`,
    ...writes,
    body: askConversationSchema.omit({ conversationId: true }),
    status: 202,
    answer: { kind: "one", of: "AskedTurn" },
  },
  {
    id: "attachFile",
    method: "post",
    path: `${one}/attachments`,
    ...writes,
    body: attachFileBodySchema,
    status: 201,
    alsoRefuses: ["too_large"],
    answer: { kind: "one", of: "ConversationFile" },
  },
  {
    id: "openAttachment",
    method: "get",
    path: `${one}/attachments/{fileId}`,
    ...reads,
    answer: { kind: "file", mediaType: "application/octet-stream" },
  },
];
