export const scenarios = ["empty", "demo", "busy-friday", "broken-channel"] as const;
export type Scenario = (typeof scenarios)[number];

export function isScenario(value: unknown): value is Scenario {
  return scenarios.some((scenario) => scenario === value);
}
