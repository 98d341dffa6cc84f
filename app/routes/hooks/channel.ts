import { isVendor } from "#app/domain/channels/ports.ts";
import { receiveNotices } from "#app/domain/channels/receive-notices.server.ts";
import { AppError, errorStatuses, toAppError } from "#app/domain/errors.ts";
import { depsContext, visitorContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/channel.ts";

const maxBodyChars = 256_000;

export function loader() {
  return new Response(null, { status: 405, headers: { allow: "POST" } });
}

/** Where marketplaces call: verified, stored and answered at once; the work comes after. */
export async function action({ request, params, context }: Route.ActionArgs) {
  if (request.method !== "POST") return loader();
  const visitor = context.get(visitorContext);
  try {
    const { vendor } = params;
    if (!isVendor(vendor)) throw new AppError("not_found", "endpointNotFound");
    const body = await request.text();
    if (body.length > maxBodyChars) throw new AppError("too_large", "bodyTooLarge");
    const url = `${visitor.publicUrl}/hooks/${vendor}`;
    const answer = await receiveNotices(visitor, { vendor, url, headers: request.headers, body });
    return new Response(answer.body === "" ? null : answer.body, { status: answer.status });
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) context.get(depsContext).logger.error({ event: "unexpected.error", where: "hooks", error });
    // Without a body: nobody but a vendor calls here, and it reads only the number.
    return new Response(null, { status: known === undefined ? 500 : errorStatuses[known.code] });
  }
}
