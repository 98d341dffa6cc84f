import type { ServiceContext } from "../context.ts";
import type { AskedQuery } from "../metrics/answer.ts";
import type { Attachment } from "./parts.ts";

export type RoomQuestion = {
  /** The asker's own name for it: asked again under the same, it is asked once. */
  askId: string;
  question: string;
  query: AskedQuery | null;
  parentId?: string | null | undefined;
  attachments: Attachment[];
};

export type RoomAnswer = { isAsked: true; turnId: string } | { isAsked: false; reason: "busy" | "forbidden" | "turn-unknown" | "gone" };

/** The way from verbs into the rooms where questions are answered. */
export type ConversationRooms = {
  /** Whoever holds the context asks; the answer comes in the room, piece by piece, and then into the transcript. */
  ask(ctx: ServiceContext, conversationId: string, asked: RoomQuestion): Promise<RoomAnswer>;
  /** Who may see it is other than it was: those who may not any more are shown out. */
  accessChanged(workspaceId: string, conversationId: string): Promise<void>;
  /** It was put away: what is answered there ends, and nothing of it stays in the room. */
  close(workspaceId: string, conversationId: string): Promise<void>;
};

/** Where the bytes of attachments are. Keys begin with the workspace's id. */
export type AttachmentStore = {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  open(key: string): Promise<{ body: ReadableStream; sizeBytes: number } | undefined>;
  remove(keys: readonly string[]): Promise<void>;
};
