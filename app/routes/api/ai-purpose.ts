import { chooseAiModels } from "#app/domain/ai/choose-models.server.ts";
import { choosePurposeSchema } from "#app/domain/ai/schemas.ts";
import { notFound } from "#app/domain/errors.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/ai-purpose.ts";

export const loader = methodNotAllowed;

/** The address names the purpose. */
export function action(args: Route.ActionArgs) {
  if (args.request.method !== "PUT") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => {
    const asked = choosePurposeSchema.shape.purpose.safeParse(args.params.id);
    if (!asked.success) throw notFound("endpoint");
    return chooseAiModels(ctx, { choices: [], ...(await readJson(args.request)), purpose: asked.data });
  });
}
