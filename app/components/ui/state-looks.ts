import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";

export type StateTone = "ok" | "watch" | "wrong" | "info";

type StateLook = { Icon: LucideIcon; text: string; soft: string; edge: string };

/** Each state has its own shape as well as its own colour. */
export const stateLooks: Record<StateTone, StateLook> = {
  ok: { Icon: CircleCheck, text: "text-ok", soft: "bg-ok-soft", edge: "border-ok/35" },
  watch: { Icon: TriangleAlert, text: "text-watch", soft: "bg-watch-soft", edge: "border-watch/35" },
  wrong: { Icon: OctagonAlert, text: "text-wrong", soft: "bg-wrong-soft", edge: "border-wrong/35" },
  info: { Icon: Info, text: "text-info", soft: "bg-info-soft", edge: "border-info/35" },
};
