import { mostConditions } from "#app/domain/conditions.ts";

function textOf(form: FormData, name: string): string {
  const value = form.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

/** The conditions of a form; lines without a field are left out. */
export function conditionsOfForm(form: FormData) {
  const rows = Array.from({ length: mostConditions }, (_one, index) => ({
    field: textOf(form, `condition.${index}.field`),
    is: textOf(form, `condition.${index}.is`),
    value: textOf(form, `condition.${index}.value`),
  }));
  return { match: textOf(form, "match") === "any" ? "any" : "all", conditions: rows.filter(({ field }) => field !== "") };
}

/** What a trigger's form asks for, as the verbs take it. */
export function triggerOfForm(form: FormData): Record<string, unknown> {
  const [times, withinHours] = [textOf(form, "times"), textOf(form, "withinHours")];
  const event = textOf(form, "event");
  return {
    name: textOf(form, "name"),
    event,
    schedule: event === "schedule" ? scheduleOfForm(form) : null,
    conditions: conditionsOfForm(form),
    repeats: times === "" && withinHours === "" ? null : { times, withinHours },
    actions: actionsOfForm(form),
    mostPerHour: textOf(form, "mostPerHour"),
  };
}

function scheduleOfForm(form: FormData) {
  return textOf(form, "every") === "interval"
    ? { every: "interval", minutes: textOf(form, "minutes") }
    : { every: "day", days: textsOf(form, "days"), time: textOf(form, "time") };
}

function actionsOfForm(form: FormData): Record<string, unknown>[] {
  const roles = textsOf(form, "roles");
  const [agent, tool, url] = [textOf(form, "agent"), textOf(form, "tool"), textOf(form, "url").trim()];
  return [
    ...(roles.length === 0 ? [] : [{ do: "notify", roles, text: textOf(form, "text") }]),
    ...(agent === "" ? [] : [{ do: "run-agent", agent }]),
    ...(tool === "" ? [] : [{ do: "propose", tool }]),
    ...(url === "" ? [] : [{ do: "webhook", url }]),
  ];
}
