import { ApproveStation } from "./approve-station.tsx";
import { PackStation } from "./pack-station.tsx";
import { PlateStation } from "./plate-station.tsx";
import { ReceiveStation } from "./receive-station.tsx";
import type { OpenStation, StationProps } from "./station.ts";

export function StationScreen({ open, ...props }: StationProps & { open: OpenStation }) {
  switch (open.name) {
    case "receive":
      return <ReceiveStation {...props} />;
    case "pack":
      return <PackStation {...props} />;
    case "plates":
      // Another plate that was scanned is begun with anew.
      return <PlateStation key={open.plate ?? ""} {...props} first={open.plate} />;
    case "approve":
      return <ApproveStation {...props} />;
    default:
      return open.name satisfies never;
  }
}
