import type { ChannelNotice } from "#app/domain/channels/ports.ts";
import type { WireNotice } from "./wire-talk.ts";
import { parseMoment } from "./wire-values.ts";

/** What the vendor says has happened, as a hint where to look. */
export function toNotice(wire: WireNotice, nowMs: number): ChannelNotice {
  const received = wire.received ?? wire.recieved;
  return {
    key: wire._id ?? wire.id ?? `${wire.topic} ${wire.resource} ${received ?? wire.sent ?? nowMs}`,
    accountRef: wire.user_id,
    topic: wire.topic,
    about: aboutOf(wire.resource),
    sentAtMs: wire.sent ?? (received === null ? undefined : parseMoment(received)) ?? nowMs,
  };
}

const itemIdPattern = /\b(ML[A-Z]\d+)\b/;

/** Paths come with and without the slash in front, and some name their listing only within another id. */
function aboutOf(resource: string): ChannelNotice["about"] {
  const parts =
    resource
      .split("?")[0]
      ?.split("/")
      .filter((part) => part !== "") ?? [];
  const after = (word: string) => parts[parts.indexOf(word) + 1];
  const [first = ""] = parts;
  const order = first === "orders" ? after("orders") : undefined;
  if (order !== undefined) return { kind: "order", ref: order };
  const question = first === "questions" ? after("questions") : undefined;
  if (question !== undefined) return { kind: "question", ref: question };
  const shipment = parts.includes("shipments") ? after("shipments") : undefined;
  if (shipment !== undefined) return { kind: "shipment", ref: shipment };
  const listing = ["items", "suggestions", "seller-promotions"].includes(first) ? itemIdPattern.exec(parts.join("/"))?.[1] : undefined;
  return listing === undefined ? { kind: "nothing" } : { kind: "listing", ref: listing };
}
