type Refusal = { status: number; code: string; title: string; detail: string };

/** A refusal that is made before any page or endpoint is chosen, in the form the API uses. */
export function problem(requestId: string, refusal: Refusal): Response {
  const body = { type: `/docs/api#${refusal.code}`, ...refusal, requestId };
  return Response.json(body, { status: refusal.status, headers: { "content-type": "application/problem+json" } });
}
