import type { VisitorContext } from "../context.ts";
import { findChat } from "./find-public-site.server.ts";

/**
 * What a page has to know before it shows a chat: whether there is one, and how it greets. That it is off is no error: the line
 * stands in every page of a shop, and would leave one in the console of every visitor.
 */
export async function readChatSettings(
  visitor: VisitorContext,
  page: { key: string; origin: string | null },
): Promise<{ isOn: boolean; greeting: string }> {
  const { isOn, settings } = await findChat(visitor, page);
  return { isOn, greeting: isOn ? settings.greeting : "" };
}
