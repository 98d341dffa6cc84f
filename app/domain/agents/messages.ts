import { z } from "zod";
import { type AgentKind, isAgentKind } from "./kinds.ts";

const id = z.string().max(60);
const count = z.number().nonnegative();

/** What agents say to each other. Who hears it works it in at the next run; nobody acts on a message alone. */
export const agentMessageSchema = z.discriminatedUnion("type", [
  /** Picks will need goods that lie in reserve. */
  z.object({
    type: z.literal("replenishment-wanted"),
    to: z.literal("optimizer"),
    body: z.object({ zoneId: id, skus: z.array(id).max(200) }),
  }),
  /** Orders wait to be released. */
  z.object({
    type: z.literal("wave-wanted"),
    to: z.literal("optimizer"),
    body: z.object({ warehouseId: id, waiting: count, oldestWaitsMs: count }),
  }),
  /** The books of these goods were corrected: marketplaces may show what is no longer there. */
  z.object({
    type: z.literal("stock-corrected"),
    to: z.literal("sync"),
    body: z.object({ zoneId: id, skus: z.array(id).max(200) }),
  }),
  /** More is on sale than lies here. */
  z.object({
    type: z.literal("oversell-risk"),
    to: z.literal("warehouse-manager"),
    body: z.object({ channelId: id, sku: id, shown: count, available: count }),
  }),
  /** A better order of the shelves waits for a decision. */
  z.object({
    type: z.literal("moves-proposed"),
    to: z.literal("warehouse-manager"),
    body: z.object({ zoneId: id, moves: count, metresPerDay: count }),
  }),
  /** More buyers than usual are not content with these listings. */
  z.object({
    type: z.literal("complaints-rising"),
    to: z.literal("review-gaps"),
    body: z.object({ listings: z.array(z.string().max(130)).max(50), complaints: count }),
  }),
]);
export type AgentMessage = z.infer<typeof agentMessageSchema>;

/** Agents speak, and so does the line on which the market is watched. */
export type Speaker = AgentKind | "market";

export function isSpeaker(value: string): value is Speaker {
  return value === "market" || isAgentKind(value);
}
