import type {
  Capabilities,
  ChannelAdapter,
  ChannelClient,
  ChannelDoor,
  PriceChange,
  StatusChange,
  StockChange,
  TextChange,
} from "#app/domain/channels/ports.ts";
import { onSale, paused, type TextOutcome, type WriteOutcome } from "#app/domain/channels/remote.ts";
import { onlyThese } from "./scripted-door.ts";

export type ScriptedCall =
  | { channelId: string; method: "setPrice"; changes: readonly PriceChange[] }
  | { channelId: string; method: "setStock"; changes: readonly StockChange[] }
  | { channelId: string; method: "setStatus"; changes: readonly StatusChange[] };
type Answer = (call: ScriptedCall) => WriteOutcome[] | Promise<WriteOutcome[]>;

export const everything: Capabilities = {
  price: true,
  stock: true,
  pause: true,
  answers: true,
  shipping: true,
  competition: true,
  quality: true,
  reviews: true,
};
type Rules = Partial<Pick<ChannelAdapter, "capabilities" | "refusalOf">> & { setText?: (change: TextChange) => TextOutcome };

type ScriptedChannels = ChannelDoor & { calls: ScriptedCall[]; texts: TextChange[] };

/** A marketplace that answers as a test says, and remembers what it was asked. Without a script it does whatever it is told. */
export function scriptedChannels(answer: Answer = applyAll, { setText = applyText, ...rules }: Rules = {}): ScriptedChannels {
  const calls: ScriptedCall[] = [];
  const texts: TextChange[] = [];
  async function take(call: ScriptedCall): Promise<WriteOutcome[]> {
    calls.push(call);
    return answer(call);
  }
  const door = onlyThese<ChannelDoor>({
    adapter: () => onlyThese<ChannelAdapter>({ capabilities: everything, refusalOf: () => null, ...rules }),
    open: ({ id: channelId }) =>
      onlyThese<ChannelClient>({
        setPrice: (changes) => take({ channelId, method: "setPrice", changes }),
        setStock: (changes) => take({ channelId, method: "setStock", changes }),
        setStatus: (changes) => take({ channelId, method: "setStatus", changes }),
        setText: async (change) => {
          texts.push(change);
          return setText(change);
        },
      }),
  });
  return Object.assign(door, { calls, texts });
}

function applyText({ text }: TextChange): TextOutcome {
  return { kind: "applied", text };
}

export function applyAll(call: ScriptedCall): WriteOutcome[] {
  const applied = (value: number) => ({ kind: "applied", value }) as const;
  switch (call.method) {
    case "setPrice":
      return call.changes.map(({ listingRef, modelRef, priceCents }) => ({ listingRef, modelRef, ...applied(priceCents) }));
    case "setStock":
      return call.changes.map(({ stock, ...ref }) => ({ ...ref, ...applied(stock) }));
    case "setStatus":
      return call.changes.map(({ status, ...ref }) => ({ ...ref, ...applied(status === "active" ? onSale : paused) }));
    default:
      return call satisfies never;
  }
}
