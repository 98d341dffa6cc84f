function textOf(form: FormData, name: string): string {
  const value = form.getAll(name).at(-1);
  return typeof value === "string" ? value : "";
}

function linesOf(form: FormData, name: string): string[] {
  return textOf(form, name)
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** CSS selectors may hold commas of their own. */
function wholeLinesOf(form: FormData, name: string): string[] {
  return textOf(form, name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What a site's form asks for, as the verbs take it. */
export function siteOfForm(form: FormData): Record<string, unknown> {
  return {
    name: textOf(form, "name"),
    kind: textOf(form, "kind"),
    domains: linesOf(form, "domains"),
    consentMode: textOf(form, "consentMode"),
    honoursPrivacySignals: form.has("honoursPrivacySignals"),
    maskSelectors: wholeLinesOf(form, "maskSelectors"),
    keptParameters: linesOf(form, "keptParameters"),
    samplePercent: textOf(form, "samplePercent"),
    sessionIdleMinutes: textOf(form, "sessionIdleMinutes"),
    retention: {
      rawDays: textOf(form, "rawDays"),
      sessionDays: textOf(form, "sessionDays"),
      interactionDays: textOf(form, "interactionDays"),
    },
  };
}
