import { checkZone, type Drift } from "../check-zone.ts";
import { type CommandInput, envelopeSchema, type EnvelopeInput } from "../commands.ts";
import type { FloorActor } from "../decide/deciding.ts";
import { execute, type Executed } from "../execute.ts";
import type { ZoneStore } from "../store.ts";
import { type MemoryZone, memoryZone } from "./memory-zone.ts";
import { opening } from "./zone-commands.ts";

export const people = {
  ana: { id: "usr_ana", name: "Ana", right: "work" },
  rui: { id: "usr_rui", name: "Rui", right: "work" },
  boss: { id: "usr_boss", name: "Marina", right: "manage" },
  system: { id: "system", name: "Entrepot", right: "system" },
  guest: { id: "usr_guest", name: "Eva", right: null },
} as const satisfies Record<string, FloorActor>;

export type Floor<Zone extends ZoneStore = MemoryZone> = {
  zone: Zone;
  at(nowMs: number): void;
  /** Numbers that lie in other zones from now on. */
  elsewhere(...serials: string[]): void;
  /** The envelope as it would travel, so that it can be sent again. */
  wrap(command: CommandInput, rest?: Partial<EnvelopeInput>): EnvelopeInput;
  send(envelope: EnvelopeInput, actor?: FloorActor): Executed;
  ask(command: CommandInput, actor?: FloorActor, rest?: Partial<EnvelopeInput>): Executed["reply"];
};

/** A zone with a few bins and goods, a clock that stands until it is moved, and commands that are parsed as in the room. */
export function aFloor(): Floor {
  return floorOn(memoryZone());
}

/** The same on other books: asked the same, two floors give the same names to what they make. */
export function floorOn<Zone extends ZoneStore>(zone: Zone): Floor<Zone> {
  let nowMs = 1_000_000;
  let elsewhere: ReadonlySet<string> = new Set();
  let made = 0;
  let commands = 0;
  const floor: Floor<Zone> = {
    zone,
    at: (ms) => void (nowMs = ms),
    elsewhere: (...serials) => void (elsewhere = new Set(serials)),
    wrap: (command, rest = {}) => {
      commands += 1;
      return { id: `cmd${commands}`, command, ...rest };
    },
    send: (envelope, actor = people.system) =>
      execute(zone, envelopeSchema.parse(envelope), {
        actor,
        nowMs,
        device: null,
        elsewhere,
        nextId: (prefix) => {
          made += 1;
          return `${prefix}${made}`;
        },
        settings: {
          zoneId: "here",
          leaseMs: 6e4,
          correctionLimit: 5,
        },
      }),
    ask: (command, actor, rest) => floor.send(floor.wrap(command, rest), actor).reply,
  };
  for (const command of opening) floor.ask(command);
  return floor;
}

export function driftOf({ state }: MemoryZone): Drift[] {
  const { movements, lines, reservations, serials, plates, items } = state;
  return checkZone({
    movements,
    lines: [...lines.values()],
    reservations: reservations.values(),
    serials: serials.values(),
    plates: [...plates.values()],
    tracksSerials: (sku) => items.get(sku)?.tracksSerials === true,
  });
}
