import { answeredOnce } from "#app/domain/answer-once.server.ts";
import type { ApiCall } from "./api-call.ts";

/** A write with an `Idempotency-Key` has one effect and one answer, however often it is sent. */
export async function answerOnce({ ctx, args }: ApiCall, run: () => Promise<Response>): Promise<Response> {
  const name = args.request.headers.get("idempotency-key");
  if (name === null) return run();
  const { pathname } = new URL(args.request.url);
  const content = `${args.request.method} ${pathname}\n${await args.request.clone().text()}`;
  let first: Response | undefined;
  const { status, body } = await answeredOnce(ctx, { name, field: "Idempotency-Key", content }, async () => {
    first = await run();
    return { status: first.status, body: await first.clone().text() };
  });
  return first ?? new Response(body, { status, headers: { "content-type": "application/json", "idempotent-replayed": "true" } });
}
