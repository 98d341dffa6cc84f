import { errorStatuses, toAppError } from "#app/domain/errors.ts";
import { requireTablet } from "#app/middleware/tablet.ts";
import type { Route } from "./+types/ask.ts";
import { answerTablet } from "./answer-tablet.server.ts";

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}

/** What a tablet asks for at once and cannot keep for later. A refusal is answered with its reason, as text keys. */
export async function action(args: Route.ActionArgs) {
  try {
    const { ctx } = await requireTablet(args);
    const body: unknown = await args.request.json().catch(() => null);
    return Response.json({ answer: await answerTablet(ctx, body) });
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) throw error;
    // A tablet that is known no more is no tablet; every other refusal is an answer like any.
    const status = known.code === "unauthorized" ? errorStatuses.unauthorized : 200;
    return Response.json({ refused: known.reason }, { status });
  }
}
