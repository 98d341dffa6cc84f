/** Read by the overview's loader, written in the browser: whoever wants the list away has it away, on this device. */
const cookieName = "first-steps";

export function areFirstStepsHidden(cookieHeader: string | null): boolean {
  return (cookieHeader ?? "").split(/;\s*/).includes(`${cookieName}=hidden`);
}

export function rememberFirstSteps(isHidden: boolean): void {
  document.cookie = `${cookieName}=${isHidden ? "hidden" : "shown"}; path=/; max-age=31536000; samesite=lax`;
}
