import type { publicChats } from "#db/schema/public-chat.ts";
import { type ChatSettings, usualSettings } from "./schemas.ts";

type ChatRow = typeof publicChats.$inferSelect;

/** `version` 0: nothing was saved yet, and the chat is off. */
export type SavedSettings = ChatSettings & { version: number; updatedAt: number | null };

export function toSettings(row: ChatRow | undefined): SavedSettings {
  if (row === undefined) return { ...usualSettings, version: 0, updatedAt: null };
  const { id: _id, workspaceId: _workspaceId, siteId: _siteId, ...settings } = row;
  return settings;
}
