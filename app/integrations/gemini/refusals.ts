/**
 * Gemini says two things only in the body of a refusal: that a key is none (as a bad argument), and how long to wait.
 * Others say them by status and header, where whoever decides what to do next looks for them.
 */
export async function saidAsStatus(response: Response): Promise<Response> {
  if (response.status !== 400 && response.status !== 429) return response;
  const body = await response.text();
  const headers = new Headers(response.headers);
  // The body is no longer the packed one that these describe.
  headers.delete("content-length");
  headers.delete("content-encoding");
  const waitSeconds = /"retryDelay"\s*:\s*"(\d+)(?:\.\d+)?s"/.exec(body)?.[1];
  if (response.status === 429 && waitSeconds !== undefined && !headers.has("retry-after")) headers.set("retry-after", waitSeconds);
  const status = response.status === 400 && isWrongKey(body) ? 401 : response.status;
  return new Response(body, { status, headers });
}

export function isWrongKey(body: string): boolean {
  return body.includes("API_KEY_INVALID");
}
