export const welcomeSteps = ["name", "timeZone", "currency", "done"] as const;
export type WelcomeStep = (typeof welcomeSteps)[number];

export function isWelcomeStep(value: unknown): value is WelcomeStep {
  return welcomeSteps.some((step) => step === value);
}
