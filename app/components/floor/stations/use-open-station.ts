import { useState } from "react";
import { type OpenStation, stationNames } from "./station.ts";

const place = "floor-station";

function readOpen(): OpenStation | null {
  const kept = localStorage.getItem(place);
  const name = stationNames.find((one) => one === kept);
  return name === undefined ? null : { name, plate: null };
}

/** Where somebody works besides the task list; a tablet that starts anew opens there again. */
export function useOpenStation() {
  const [station, setStation] = useState<OpenStation | null>(readOpen);
  return {
    station,
    open(name: OpenStation["name"], plate: string | null = null) {
      localStorage.setItem(place, name);
      setStation({ name, plate });
    },
    leave() {
      localStorage.removeItem(place);
      setStation(null);
    },
  };
}
