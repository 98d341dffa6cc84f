import type { Locale } from "#app/i18n/locales.ts";
import { actorAllows, type Actor } from "../actor.ts";
import { misfits, readValues } from "../conditions.ts";
import { AppError } from "../errors.ts";
import { fieldsOf, mayRead } from "./events.ts";
import { proposableFor } from "./proposable.ts";
import type { Definition } from "./schemas.ts";
import { isAllowedTarget } from "../outside-target.ts";

type World = { actor: Actor; mayReachLocal: boolean; locale: Locale };

/**
 * What is asked for, with its values as their fields have them; refused where it does not fit together, or reaches further
 * than whoever asks.
 */
export function checkDefinition(asked: Definition, { actor, mayReachLocal, locale }: World): Definition {
  const fields = fieldsOf[asked.event];
  const conditions = readValues(asked.conditions, fields, locale);
  const isClock = asked.event === "schedule";
  const wrong: Record<string, string> = misfits(conditions, fields);
  if (isClock && asked.schedule === null) wrong["schedule"] = "required";
  for (const [index, action] of asked.actions.entries()) {
    if (action.do === "webhook" && !isAllowedTarget(action.url, mayReachLocal)) wrong[`actions.${index}.url`] = "urlNotPublic";
    if (action.do === "propose" && !proposableFor[action.tool].includes(asked.event)) wrong[`actions.${index}.tool`] = "toolNotForEvent";
  }
  if (new Set(asked.actions.map(nameOf)).size < asked.actions.length) wrong["actions"] = "fieldInvalid";
  if (Object.keys(wrong).length > 0) throw new AppError("invalid", "checkFields", { fields: wrong });
  const movesAgents = asked.actions.some((one) => one.do === "run-agent" || one.do === "propose");
  if (!mayRead(actor, asked.event) || (movesAgents && !actorAllows(actor, "agents:write"))) {
    throw new AppError("forbidden", "forbidden");
  }
  return { ...asked, conditions, schedule: isClock ? asked.schedule : null, repeats: isClock ? null : asked.repeats };
}

function nameOf(action: Definition["actions"][number]): string {
  return JSON.stringify(action);
}
