import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sideButtonClass } from "../floor-classes.ts";
import { FloorPage } from "../floor-frame.tsx";
import { NeedsLive } from "./needs-live.tsx";
import type { StationScreen } from "./station-screen.tsx";
import type { OpenStation, StationProps } from "./station.ts";

type Screen = typeof StationScreen;
let loaded: Screen | undefined;

/** Nobody begins at a station: they come behind the first screen, and are kept with it for when there is no connection. */
export async function loadStations(): Promise<Screen> {
  loaded ??= (await import("./station-screen.tsx")).StationScreen;
  return loaded;
}

/** The station once it is there, which is mostly long before it is opened. */
export function LaterStation(props: StationProps & { open: OpenStation }) {
  const { t } = useTranslation("floor");
  const Screen = useStationScreen();
  if (Screen !== undefined) return <Screen {...props} />;
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
function useStationScreen(): Screen | undefined {
  const [screen, setScreen] = useState(() => loaded);
  useEffect(() => {
    if (screen !== undefined) return;
    let isOver = false;
    async function load(): Promise<void> {
      const next = await loadStations().catch(() => undefined);
      if (!isOver && next !== undefined) setScreen(() => next);
    }
    const again = () => void load();
    again();
    window.addEventListener("online", again);
    return () => {
      isOver = true;
      window.removeEventListener("online", again);
    };
  }, [screen]);
  return screen;
}
