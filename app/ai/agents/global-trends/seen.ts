import type { Trend } from "#app/domain/trends/trend-row.ts";

export type SourceLook = { source: string; region: string; state: "read" | "silent" | "none"; terms: number };

export type TrendsSeen = { trends: Trend[]; looks: SourceLook[] };
