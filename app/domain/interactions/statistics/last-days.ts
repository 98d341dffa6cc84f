import { nextDay } from "#app/platform/zoned-days.ts";

const dayMs = 86_400_000;

/** The last so many calendar days until today, and as many right before them. */
export function lastDays(today: string, count: number) {
  const back = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
  const fromDay = back(count - 1);
  const days: string[] = [];
  for (let day = fromDay; days.length < count; day = nextDay(day)) days.push(day);
  return { fromDay, untilDay: today, beforeDay: back(2 * count - 1), lastBefore: back(count), days };
}
