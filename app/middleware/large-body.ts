import { problem } from "./problem-answer.ts";

/** Forms and JSON here are small; what is larger is refused before it is read. Uploads will name their own limit. */
const maxBodyBytes = 2_000_000;

export function refuseLargeBody(request: Request, requestId: string): Response | undefined {
  const sizeBytes = Number(request.headers.get("content-length") ?? 0);
  if (sizeBytes <= maxBodyBytes) return undefined;
  return problem(requestId, { status: 413, code: "too_large", title: "Too large", detail: "The body is larger than 2 MB." });
}
