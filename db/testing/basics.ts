import { createSequentialIds } from "#app/platform/ids.ts";

/** One source for a whole file: worlds and stages of its tests never clash. */
export const testIds = createSequentialIds();

/** When every fake clock starts. */
export const stageStartMs = Date.UTC(2026, 10, 21, 12);
