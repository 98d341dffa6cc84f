import { conversationFiles, conversations, conversationTurns } from "#db/schema/conversations.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";
import type { TestWorkspace } from "./world.ts";

type Owner = { kind: "user" | "apiKey"; id: string };

/** Everybody has one of their own, and one that they put away. */
export const ownChatOf = (ownerId: string) => `cnv_${ownerId}`;
export const goneChatOf = (ownerId: string) => `cnv_gone_${ownerId}`;

/** One that its workspace sees, with a question in it and a table beside it. */
export function sharedChatOf({ id }: Pick<TestWorkspace, "id">) {
  return { id: `cnv_shared_${id}`, turnId: `trn_${id}`, fileId: `att_${id}`, objectKey: `${id}/chat/cnv_shared_${id}/att_${id}` };
}

export function conversationWrites(workspace: TestWorkspace): Write[] {
  const owners: Owner[] = [
    ...Object.values(workspace.people).map(({ id }): Owner => ({ kind: "user", id })),
    { kind: "apiKey", id: workspace.apiKey.id },
  ];
  const shared = sharedChatOf(workspace);
  const first = { kind: "user" as const, id: workspace.people.owner.id };
  return [
    insert(
      conversations,
      ...owners.map((owner) => aConversation(ownChatOf(owner.id), owner)),
      ...owners.map((owner) => ({ ...aConversation(goneChatOf(owner.id), owner), removedAt: stageStartMs })),
      { ...aConversation(shared.id, first), isShared: true },
    ),
    insert(conversationTurns, aTurn(shared.id, shared.turnId, first.id)),
    insert(conversationFiles, {
      id: shared.fileId,
      conversationId: shared.id,
      name: "vendas.csv",
      mediaType: "text/csv",
      sizeBytes: 10,
      objectKey: shared.objectKey,
      table: { columns: ["a", "b"], rowCount: 1, sample: [["1", "2"]] },
      createdAt: stageStartMs,
    }),
  ];
}

function aConversation(id: string, owner: Owner) {
  return {
    id,
    ownerKind: owner.kind,
    ownerId: owner.id,
    ownerLabel: "Ana",
    title: "Pedidos por canal",
    isTitleOwn: false,
    isShared: false,
    summary: null,
    summaryUntilTurnId: null,
    createdAt: stageStartMs,
    lastAskedAt: stageStartMs,
    removedAt: null,
  };
}

function aTurn(conversationId: string, id: string, askedById: string) {
  return {
    id,
    conversationId,
    parentId: null,
    position: 1,
    question: "Quantos pedidos?",
    asked: null,
    attachments: [],
    query: null,
    answer: "Três pedidos.",
    parts: [{ type: "text", text: "Três pedidos." }],
    state: "answered",
    source: "rules",
    specialist: "sales",
    askedById,
    askedByLabel: "Ana",
    askedAt: stageStartMs,
    endedAt: stageStartMs,
  };
}
