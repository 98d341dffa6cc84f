import { z } from "zod";

/** What is kept of an event once its zone no longer does. */
export const archivedEventSchema = z.object({
  seq: z.int(),
  commandId: z.string(),
  at: z.int(),
  touched: z.object({
    bins: z.array(z.string()),
    tasks: z.array(z.string()),
    skus: z.array(z.string()),
    demands: z.array(z.string()).exactOptional(),
  }),
  /** Ids alone: names are looked up when somebody reads, so that none outlives its person here. Not known of the oldest. */
  by: z.object({ actorId: z.string(), device: z.string().nullable() }).exactOptional(),
});
export type ArchivedEvent = z.output<typeof archivedEventSchema>;

/** Events of one zone without a gap, in order. The epoch is the zone's: after a reset it counts anew. */
export type EventSegment = { zoneId: string; epoch: string; events: readonly ArchivedEvent[] };

const digits = 12;
const nameShape = /^([\w-]{1,60})\/(\d{12})-(\d{12})$/;

/** Made of what is inside alone: written again after a crash, it is the same object. */
export function segmentName({ epoch, events }: Omit<EventSegment, "zoneId">): string {
  const [first, last] = [events[0]?.seq ?? 0, events.at(-1)?.seq ?? 0];
  return `${epoch}/${String(first).padStart(digits, "0")}-${String(last).padStart(digits, "0")}`;
}

export function segmentPrefix(workspaceId: string, zoneId: string): string {
  return `${workspaceId}/floor-events/v1/${zoneId}/`;
}

export function segmentKey(workspaceId: string, zoneId: string, name: string): string {
  return `${segmentPrefix(workspaceId, zoneId)}${name}.ndjson.gz`;
}

/** Undefined for what is no segment's name. */
export function parseSegmentName(name: string): { name: string; fromSeq: number; toSeq: number } | undefined {
  const match = nameShape.exec(name);
  return match === null ? undefined : { name, fromSeq: Number(match[2]), toSeq: Number(match[3]) };
}

export function toLines(events: readonly ArchivedEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}

export function fromLines(text: string): ArchivedEvent[] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [archivedEventSchema.parse(JSON.parse(line))]));
}
