import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { NeedsLive } from "./needs-live.tsx";
import type { StationScreen } from "./station-screen.tsx";
import type { OpenStation, StationProps } from "./station.ts";

type Stations = typeof StationScreen;
let loaded: Stations | undefined;

/** Nobody begins at a station: they come behind the first screen, and are kept with it for when there is no connection. */
export async function loadStations(): Promise<Stations> {
  loaded ??= (await import("./station-screen.tsx")).StationScreen;
  return loaded;
}

/** The station once it is there, which is mostly long before it is opened. */
export function LaterStation(props: StationProps & { open: OpenStation }) {
  const { t } = useTranslation("floor");
  const [Screen, setScreen] = useState<Stations | null>(() => loaded ?? null);
  const isThere = Screen !== null;
  useEffect(() => (isThere ? undefined : loadUntilThere((stations) => setScreen(() => stations))), [isThere]);
  if (Screen !== null) return <Screen {...props} />;
  return (
    <FloorPage title={t("loading")} bar={props.bar}>
      <NeedsLive status={props.zone.status} />
      <button type="button" className={sideButtonClass} onClick={() => props.onLeave()}>
        {t("stations.leave")}
      </button>
    </FloorPage>
  );
}

/** What could not be fetched is asked for again as soon as there is a connection. */
function loadUntilThere(onThere: (stations: Stations) => void): () => void {
  let isOver = false;
  async function load(): Promise<void> {
    const stations = await loadStations().catch(() => undefined);
    if (!isOver && stations !== undefined) onThere(stations);
  }
  const again = () => void load();
  again();
  window.addEventListener("online", again);
  return () => {
    isOver = true;
    window.removeEventListener("online", again);
  };
}
