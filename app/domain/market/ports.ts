import type { ServiceContext } from "../context.ts";
import type { MarketStatus } from "./stages.ts";
import type { Signal } from "./signals.ts";

/** Where signals come from, in the order of their ids. Read again from the same place it says the same again, and perhaps more. */
export type SignalSource = { name: string; read(ctx: ServiceContext, afterId: string | null, most: number): Promise<Signal[]> };

/** The objects in which the market of a workspace is watched. */
export type MarketRooms = {
  /** Something may have happened: look soon. */
  wake(workspaceId: string): Promise<void>;
  status(workspaceId: string): Promise<MarketStatus>;
};
