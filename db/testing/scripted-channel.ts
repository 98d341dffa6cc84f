import type { ChannelClient, ChannelDoor, PriceChange, StockChange } from "#app/domain/channels/ports.ts";
import type { WriteOutcome } from "#app/domain/channels/remote.ts";
import { onlyThese } from "./scripted-door.ts";

export type ScriptedCall =
  | { channelId: string; method: "setPrice"; changes: readonly PriceChange[] }
  | { channelId: string; method: "setStock"; changes: readonly StockChange[] };
type Answer = (call: ScriptedCall) => WriteOutcome[] | Promise<WriteOutcome[]>;

/** A marketplace that answers as a test says, and remembers what it was asked. Without a script it does whatever it is told. */
export function scriptedChannels(answer: Answer = applyAll): ChannelDoor & { calls: ScriptedCall[] } {
  const calls: ScriptedCall[] = [];
  async function take(call: ScriptedCall): Promise<WriteOutcome[]> {
    calls.push(call);
    return answer(call);
  }
  const door = onlyThese<ChannelDoor>({
    open: ({ id: channelId }) =>
      onlyThese<ChannelClient>({
        setPrice: (changes) => take({ channelId, method: "setPrice", changes }),
        setStock: (changes) => take({ channelId, method: "setStock", changes }),
      }),
  });
  return Object.assign(door, { calls });
}

export function applyAll(call: ScriptedCall): WriteOutcome[] {
  return call.method === "setPrice"
    ? call.changes.map(({ listingRef, modelRef, priceCents }) => ({ listingRef, modelRef, kind: "applied", value: priceCents }))
    : call.changes.map(({ listingRef, modelRef, stock }) => ({ listingRef, modelRef, kind: "applied", value: stock }));
}
