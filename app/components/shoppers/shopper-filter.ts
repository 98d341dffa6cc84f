import {
  type InteractionKind,
  interactionKinds,
  type InteractionSource,
  interactionSources,
} from "#app/domain/interactions/interaction.ts";
import { devices } from "#app/domain/interactions/kinds.ts";

export const shownDays = [1, 7, 30, 90] as const;
const dayMs = 24 * 3_600_000;

export type ShopperFilter = {
  kind: InteractionKind | undefined;
  source: InteractionSource | undefined;
  device: (typeof devices)[number] | undefined;
  siteId: string | undefined;
  productId: string | undefined;
  visitorKey: string | undefined;
  tag: string | undefined;
  days: string | undefined;
  bots: boolean;
  q: string | undefined;
};

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
export function readShopperFilter(query: URLSearchParams): ShopperFilter {
  const text = (name: string, most = 60) => {
    const value = query.get(name) ?? "";
    return value === "" || value.length > most ? undefined : value;
  };
  return {
    kind: interactionKinds.find((one) => one === query.get("kind")),
    source: interactionSources.find((one) => one === query.get("source")),
    device: devices.find((one) => one === query.get("device")),
    siteId: text("site"),
    productId: text("product"),
    visitorKey: text("visitor"),
    tag: text("tag", 220),
    days: shownDays.map(String).find((one) => one === query.get("days")),
    bots: query.get("bots") === "true",
    q: text("q", 200),
  };
}

/** As the verbs are asked. */
export function toQuery({ siteId, visitorKey, device, days, bots }: ShopperFilter, nowMs: number) {
  return {
    siteId,
    visitorKey,
    device,
    bots: bots ? ("true" as const) : ("false" as const),
    from: days === undefined ? undefined : nowMs - Number(days) * dayMs,
  };
}

export function isFiltered({ bots, ...others }: ShopperFilter): boolean {
  return bots || Object.values(others).some((value) => value !== undefined);
}
