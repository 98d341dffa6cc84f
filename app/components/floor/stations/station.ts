import { type ReactNode, useEffect } from "react";
import type { Meaning } from "#app/domain/warehouse/floor/scan-meaning.ts";
import type { LiveZone } from "#party/warehouse-zone/state.ts";
import type { FloorSettings } from "../floor-settings.ts";
import type { FloorStore } from "../floor-store.ts";
import type { OpenState } from "../floor-types.ts";
import type { Judge } from "../verdict.tsx";

/** Work that is not a task of the zone's list. */
export const stationNames = ["receive", "pack", "plates", "approve"] as const;
export type StationName = (typeof stationNames)[number];
/** `plate` is the one that was scanned to come here. */
export type OpenStation = { name: StationName; plate: string | null };

export type Listener = (meaning: Meaning, raw: string) => void | Promise<void>;

export type StationProps = {
  state: OpenState;
  zoneId: string;
  zone: LiveZone;
  store: FloorStore;
  judge: Judge;
  hand: FloorSettings["hand"];
  bar: ReactNode;
  band: ReactNode;
  /** Who hears what is scanned from now on; null gives it back to the list. */
  onListen: (listener: Listener | null) => void;
  onCode: (raw: string) => void;
  /** One after the other, as scans are. */
  inOrder: (run: () => void | Promise<void>) => void;
  /** To a task that is there by now, or to the list. */
  onLeave: (taskId?: string) => void;
};

/** As long as a station is open, what is scanned is for it. */
export function useStationScans(onListen: StationProps["onListen"], listener: Listener): void {
  useEffect(() => onListen(listener));
  useEffect(() => () => onListen(null), [onListen]);
}
