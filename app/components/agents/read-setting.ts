export type Setting = string | number | boolean;

/** What a form can change. Lists and the like are set over the API. */
export function isPlain(value: unknown): value is Setting {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** What was typed, as a value of the kind it had; what is no number stays text, so that whoever checks it can say so. */
export function readSetting(typed: string, before: Setting): Setting {
  if (typeof before === "boolean") return typed === "true";
  if (typeof before === "string") return typed;
  const number = Number(typed.trim().replace(",", "."));
  return typed.trim() === "" || !Number.isFinite(number) ? typed : number;
}
