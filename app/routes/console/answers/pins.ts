import { createArtifact } from "#app/domain/artifacts/create-artifact.server.ts";
import { pinAnswer } from "#app/domain/artifacts/pin-answer.server.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { redirect } from "react-router";
import { parseField } from "./parse-field.ts";
import type { Route } from "./+types/pins.ts";

export function loader(args: Route.LoaderArgs) {
  requireMemberWho(args, "chat:read");
  return redirect("/dashboards");
}

/** Answers are kept and pinned from wherever they are shown. */
export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const form = await formFields(args.request, "intent", "section", "conversationId", "dashboardId");
  const section = parseField(form.section);
  return tryVerb(args.context, async () => {
    if (form.intent === "keep") {
      const title = typeof section["title"] === "string" ? section["title"] : "";
      const kind = section["chart"] === null ? "table" : "chart";
      const { id } = await createArtifact(ctx, { title, kind, sections: [section], conversationId: form.conversationId || null });
      return { ok: true as const, href: `/artifacts/${id}`, intent: "keep" as const };
    }
    const pinned = await pinAnswer(ctx, { section, ...(form.dashboardId === "" ? {} : { dashboardId: form.dashboardId }) });
    return { ok: true as const, href: `/dashboards/${pinned.dashboardId}`, intent: "pin" as const };
  });
}
