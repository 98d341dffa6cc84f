import { catalogue } from "../catalogue.ts";
import type { MetricId } from "../kinds.ts";
import type { MetricQuery } from "../schemas.ts";
import type { Reading } from "./reading.ts";

type Cut = Pick<MetricQuery, "by" | "grain" | "where">;

/** Of shares the rows are told as parts of all of them: "what share comes from Shopee" is told beside the others. Null where there is no whole. */
export function partsOfWhole(
  metric: MetricId,
  { saysShare }: Reading,
  cut: Cut,
): (Pick<Cut, "by" | "where"> & { isShared: boolean }) | null {
  const { unit, isAdditive } = catalogue[metric];
  if (!saysShare || unit === "ratio") return { ...cut, isShared: false };
  if (!isAdditive || cut.grain !== null) return null;
  if (cut.by.length > 0) return { ...cut, isShared: true };
  const named = cut.where.find(({ isNot, dimension }) => !isNot && dimension !== "weekday" && dimension !== "hour-of-day");
  if (named === undefined) return null;
  return { by: [named.dimension], where: cut.where.filter((one) => one !== named), isShared: true };
}
