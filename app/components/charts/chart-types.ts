import type { ReactNode } from "react";

export type ChartTone = "ink" | "brass" | "info" | "ok" | "watch" | "wrong";
export type ChartSeries = { key: string; label: string; tone?: ChartTone };
export type ChartPoint = { label: string; values: Readonly<Record<string, number>> };

export type ChartProps = {
  kind: "line" | "bar" | "stacked";
  /** Names the chart for those who cannot see it, and its table. */
  title: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  /** The first series in the period before, point by point: a thin ghost line. */
  previous?: readonly number[];
  formatValue?: (value: number) => string;
  heightPx?: number;
  /** In place of the plain table of the points, where more is known of them. */
  table?: ReactNode;
  className?: string;
};

/** Ink first: the accent is for what can be pressed. */
const order: readonly ChartTone[] = ["ink", "brass", "info", "ok", "watch", "wrong"];

export function seriesColor(series: ChartSeries, index: number): string {
  return `var(--${series.tone ?? order[index % order.length] ?? "ink"})`;
}
