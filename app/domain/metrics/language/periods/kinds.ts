import type { When } from "../../schemas.ts";

/** What a phrase of time means, or why it means nothing that can be counted. weekdays: only these days of it, Monday is 1. */
export type Period = { when: When; weekdays?: readonly string[] } | { refused: "period-unclear" | "period-future" | "date-ambiguous" };

/** `now`: the hour on the wall of the workspace. Dates in figures are read as the language writes them. */
export type Today = { now: string; isEnglish: boolean };

export type PeriodRule = { pattern: RegExp; read: (groups: Readonly<Record<string, string | undefined>>, today: Today) => Period | null };
