import type { ConversationRooms } from "#app/domain/conversations/ports.ts";
import { toAsker } from "#party/conversation/asker.ts";
import { roomName } from "#party/conversation/protocol.ts";
import type { ConversationRoomBase } from "#party/conversation/room.server.ts";

/** The way from the Worker's verbs into conversations' rooms. */
export function createConversationRooms(namespace: DurableObjectNamespace<ConversationRoomBase>): ConversationRooms {
  const roomOf = (workspaceId: string, conversationId: string) => namespace.getByName(roomName(workspaceId, conversationId));
  return {
    async ask({ workspaceId, actor, locale }, conversationId, asked) {
      const asker = toAsker(actor, locale);
      if (asker === undefined) return { isAsked: false, reason: "forbidden" };
      return await roomOf(workspaceId, conversationId).ask(asker, asked);
    },
    accessChanged: (workspaceId, conversationId) => roomOf(workspaceId, conversationId).accessChanged(),
    close: (workspaceId, conversationId) => roomOf(workspaceId, conversationId).close(),
  };
}
