import { afterEach, vi } from "vitest";
import { createFakeClock } from "#app/platform/clock.ts";
import { createStage, type Stage } from "./stage.ts";

afterEach(() => vi.restoreAllMocks());

/**
 * A stage at the real time whose marketplaces also answer the Worker itself: objects and workflows make their own clients
 * and clocks, and what they call is played here.
 */
export function createRealStage(): Stage {
  const stage = createStage({ clock: createFakeClock(Date.now()) });
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => stage.marketplaces.browse(new Request(input, init)));
  return stage;
}
