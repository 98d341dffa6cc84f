import { ReceiveStation } from "./receive-station.tsx";
import type { OpenStation, StationProps } from "./station.ts";

export function StationScreen({ open, ...props }: StationProps & { open: OpenStation }) {
  switch (open.name) {
    case "receive":
      return <ReceiveStation {...props} />;
    default:
      return open.name satisfies never;
  }
}
