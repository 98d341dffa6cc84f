import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";

export type StateTone = "ok" | "watch" | "wrong" | "info";

type StateLook = {
  Icon: LucideIcon;
  text: string;
  soft: string;
  /** For wide areas, where the full tint would shout. */ quiet: string;
  edge: string;
};

/** Each state has its own shape as well as its own colour. */
export const stateLooks: Record<StateTone, StateLook> = {
  ok: { Icon: CircleCheck, text: "text-ok", soft: "bg-ok-soft", quiet: "bg-ok-soft/35 border-l-ok", edge: "border-ok/35" },
  watch: {
    Icon: TriangleAlert,
    text: "text-watch",
    soft: "bg-watch-soft",
    quiet: "bg-watch-soft/35 border-l-watch",
    edge: "border-watch/35",
  },
  wrong: {
    Icon: OctagonAlert,
    text: "text-wrong",
    soft: "bg-wrong-soft",
    quiet: "bg-wrong-soft/35 border-l-wrong",
    edge: "border-wrong/35",
  },
  info: { Icon: Info, text: "text-info", soft: "bg-info-soft", quiet: "bg-info-soft/35 border-l-info", edge: "border-info/35" },
};
