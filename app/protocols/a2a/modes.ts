import type { Part } from "#app/domain/delegations/schemas.ts";

/** What we read and what we can hand over. A table as CSV only comes where it is asked for. */
export const inputModes = ["text/plain", "application/json"];
export const outputModes = ["text/plain", "application/json", "text/csv"];
export const usualOutputModes = ["text/plain", "application/json"];

/** Whether somebody who takes these can be given this. Who says nothing takes the usual. */
export function takes(accepted: readonly string[], mode: string): boolean {
  if (accepted.length === 0) return usualOutputModes.includes(mode);
  return accepted.some((one) => fits(one, mode));
}

/** Of all we have, nothing that they take. */
export function isUnservable(accepted: readonly string[]): boolean {
  return accepted.length > 0 && !outputModes.some((mode) => takes(accepted, mode));
}

function fits(pattern: string, mode: string): boolean {
  const asked = plain(pattern);
  return asked === mode || asked === "*/*" || (asked.endsWith("/*") && mode.startsWith(asked.slice(0, -1)));
}

/** Without parameters: "text/plain; charset=utf-8" is text/plain. */
function plain(mode: string): string {
  return (mode.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** What the pieces of a message ask, in words; undefined where one of them is of a kind we do not read. */
export function questionOf(parts: readonly Part[]): string | undefined {
  const texts: string[] = [];
  for (const part of parts) {
    const text = textOf(part);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return texts.join("\n").trim();
}

function textOf(part: Part): string | undefined {
  const mode = plain(part.mediaType ?? "");
  if ("text" in part) return mode === "" || mode === "text/plain" || mode === "text/markdown" ? part.text : undefined;
  if (!("data" in part) || (mode !== "" && mode !== "application/json")) return undefined;
  const { data } = part;
  const isAsking = typeof data === "object" && data !== null && "question" in data && typeof data.question === "string";
  return isAsking ? String(data.question) : JSON.stringify(data);
}
