import { askConversation } from "#app/domain/conversations/ask-conversation.server.ts";
import { attachFile } from "#app/domain/conversations/attach-file.server.ts";
import { changeConversation } from "#app/domain/conversations/change-conversation.server.ts";
import { createConversation } from "#app/domain/conversations/create-conversation.server.ts";
import { keepTurn } from "#app/domain/conversations/keep-turn.server.ts";
import { listConversations } from "#app/domain/conversations/list-conversations.server.ts";
import { openAttachment, readAttachment } from "#app/domain/conversations/open-attachment.server.ts";
import { listTurns, readConversation } from "#app/domain/conversations/read-conversation.server.ts";
import { readHistory, readLastQuery } from "#app/domain/conversations/read-history.server.ts";
import { removeConversation, restoreConversation } from "#app/domain/conversations/remove-conversation.server.ts";
import { suggestQuestions } from "#app/domain/conversations/suggest-questions.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { goneChatOf, ownChatOf, sharedChatOf } from "../conversation-rows.ts";
import type { AreaVerbs } from "../verb-walk.ts";
import type { TestWorkspace } from "../world.ts";

const page = { limit: "optionalNumber", cursor: "optionalText" } as const;
const own = "own";
const bytes = new TextEncoder().encode("a,b\n1,2\n");

/** What only its owner does: each caller is given their own. */
function ofOwn<Answer>(run: (ctx: ServiceContext, input: { id: string }) => Promise<Answer>, idOf: (ownerId: string) => string) {
  return (ctx: ServiceContext, input: { id: string }) => {
    const isOwn = typeof input === "object" && input !== null && input.id === own;
    return run(ctx, isOwn ? { ...input, id: idOf(ctx.stamp.id) } : input);
  };
}

const shared = (home: TestWorkspace) => ({ conversationId: sharedChatOf(home).id });
const foreignShared = { foreign: shared, foreignAnswer: "not_found" } as const;
const ofAnother = (other: TestWorkspace) => ({ id: ownChatOf(other.people.owner.id) });

export const chatVerbs: AreaVerbs = {
  verbs: {
    listConversations: {
      run: listConversations,
      needs: "chat:read",
      fields: { ...page, q: "optionalText", scope: "optionalChoice" },
      foreign: () => ({ q: "pedidos" }),
    },
    suggestQuestions: { run: (ctx: ServiceContext) => suggestQuestions(ctx), needs: "chat:read", foreign: () => ({}) },
    createConversation: { run: createConversation, needs: "chat:write", fields: { title: "optionalLine" } },
    readConversation: {
      run: readConversation,
      needs: "chat:read",
      input: (home) => ({ id: sharedChatOf(home).id }),
      fields: { id: "text" },
      foreign: (other) => ({ id: sharedChatOf(other).id }),
      foreignAnswer: "not_found",
    },
    listTurns: { run: listTurns, needs: "chat:read", input: shared, fields: { ...page, conversationId: "text" }, ...foreignShared },
    readHistory: { run: readHistory, needs: "chat:read", input: shared, fields: { conversationId: "text" }, ...foreignShared },
    readLastQuery: {
      run: (ctx: ServiceContext, { conversationId }: { conversationId: string }) => readLastQuery(ctx, conversationId),
      needs: "chat:read",
      input: shared,
      ...foreignShared,
    },
    changeConversation: {
      run: ofOwn(changeConversation, ownChatOf),
      needs: "chat:write",
      input: () => ({ id: own, title: "Outro nome", isShared: true }),
      fields: { id: "text", title: "optionalLine", isShared: "optionalBoolean" },
      foreign: ofAnother,
      foreignAnswer: "not_found",
    },
    removeConversation: {
      run: ofOwn(removeConversation, ownChatOf),
      needs: "chat:write",
      input: () => ({ id: own }),
      fields: { id: "text" },
      foreign: ofAnother,
      foreignAnswer: "not_found",
    },
    restoreConversation: {
      run: ofOwn(restoreConversation, goneChatOf),
      needs: "chat:write",
      input: () => ({ id: own }),
      fields: { id: "text" },
      foreign: (other) => ({ id: goneChatOf(other.people.owner.id) }),
      foreignAnswer: "not_found",
    },
    askConversation: {
      run: askConversation,
      needs: "chat:write",
      input: (home) => ({ ...shared(home), question: "Quantos pedidos?" }),
      fields: { conversationId: "text", question: "text" },
      foreign: (other) => ({ ...shared(other), question: "Quantos?" }),
      foreignAnswer: "not_found",
    },
    keepTurn: {
      run: keepTurn,
      needs: "chat:write",
      input: (home) => ({ ...shared(home), question: "Quantos pedidos?", parts: [] }),
      fields: { conversationId: "text", question: "text" },
      foreign: (other) => ({ ...shared(other), question: "Quantos?", parts: [] }),
      foreignAnswer: "not_found",
    },
    attachFile: {
      run: attachFile,
      needs: "chat:write",
      input: (home) => ({ ...shared(home), name: "vendas.csv", content: bytes }),
      fields: { conversationId: "text", name: "text" },
      foreign: (other) => ({ ...shared(other), name: "vendas.csv", content: bytes }),
      foreignAnswer: "not_found",
    },
    readAttachment: {
      run: readAttachment,
      needs: "chat:read",
      input: (home) => ({ ...shared(home), id: sharedChatOf(home).fileId }),
      fields: { conversationId: "text", id: "text" },
      foreign: (other) => ({ ...shared(other), id: sharedChatOf(other).fileId }),
      foreignAnswer: "not_found",
    },
    openAttachment: {
      run: async (ctx: ServiceContext, input: { conversationId: string; id: string }) => {
        const { body, ...file } = await openAttachment(ctx, input);
        return { ...file, text: await new Response(body).text() };
      },
      needs: "chat:read",
      input: (home) => ({ ...shared(home), id: sharedChatOf(home).fileId }),
      fields: { conversationId: "text", id: "text" },
      foreign: (other) => ({ ...shared(other), id: sharedChatOf(other).fileId }),
      foreignAnswer: "not_found",
    },
  },
  helpers: [
    "branchOf",
    "newestTurns",
    "findConversation",
    "findParent",
    "findAttachments",
    "maySee",
    "ownedBy",
    "requireOwner",
    "visibleTo",
  ],
  systemWork: ["currentAsker", "readViewers", "summariseConversation", "removeOldConversations", "workspacesWithOldConversations"],
};
