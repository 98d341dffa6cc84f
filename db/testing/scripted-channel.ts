import type { ChannelAdapter, ChannelClient, ChannelDoor, PriceChange, StockChange } from "#app/domain/channels/ports.ts";
import type { WriteOutcome } from "#app/domain/channels/remote.ts";

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
  return {
    calls,
    adapter: (): ChannelAdapter => unscripted("adapter"),
    open: ({ id: channelId }) => ({
      ...silentClient,
      setPrice: (changes) => take({ channelId, method: "setPrice", changes }),
      setStock: (changes) => take({ channelId, method: "setStock", changes }),
    }),
  };
}

export function applyAll(call: ScriptedCall): WriteOutcome[] {
  return call.method === "setPrice"
    ? call.changes.map(({ listingRef, modelRef, priceCents }) => ({ listingRef, modelRef, kind: "applied", value: priceCents }))
    : call.changes.map(({ listingRef, modelRef, stock }) => ({ listingRef, modelRef, kind: "applied", value: stock }));
}

function unscripted(what: string): never {
  throw new Error(`no test scripted ${what}`);
}

const silentClient: ChannelClient = {
  account: () => unscripted("account"),
  listingRefs: () => unscripted("listingRefs"),
  listings: () => unscripted("listings"),
  orderPage: () => unscripted("orderPage"),
  orders: () => unscripted("orders"),
  orderRefsOfShipment: () => unscripted("orderRefsOfShipment"),
  questionPage: () => unscripted("questionPage"),
  question: () => unscripted("question"),
  reviewPage: () => unscripted("reviewPage"),
  missedNotices: () => unscripted("missedNotices"),
  setPrice: () => unscripted("setPrice"),
  setStock: () => unscripted("setStock"),
  answerQuestion: () => unscripted("answerQuestion"),
};
