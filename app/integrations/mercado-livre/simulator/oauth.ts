import { consentPage, errorPage } from "./consent-page.ts";
import { chance } from "./chance.ts";
import type { World } from "./model.ts";
import { refuse, reply } from "./replies.ts";
import { issueTokens, localClientId, localClientSecret, openGrant, redeemRefreshToken } from "./tokens.ts";

const codeLifeMs = 10 * 60_000;

export type Redirects = (uri: string) => boolean;

/**
 * The page of the authorisation host, and the token door of the API host. Locally both hosts share one mount point.
 */
export async function authorization(world: World, request: Request, nowMs: number, isRegistered: Redirects): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const problem = problemOf(world, query, isRegistered);
  if (problem !== undefined) return errorPage(problem);
  const sellers = [...world.sellers.values()];
  if (request.method !== "POST") return consentPage(sellers);
  const form = new URLSearchParams(await request.text());
  if (form.get("decision") !== "allow")
    return sendBack(query, { error: "access_denied", error_description: "The user denied the request" });
  const seller = world.sellers.get(Number(form.get("account")));
  if (seller === undefined) return consentPage(sellers, "Escolha uma conta para continuar.");
  if (seller.isOperator) return errorPage("invalid_operator_user_id: somente o usuário principal da conta pode autorizar aplicativos.");
  world.counters.calls += 1;
  const hash = Math.floor(chance(world.seed, seller.id, world.counters.calls, nowMs) * 4_294_967_296);
  const code = `TG-${hash.toString(16).padStart(8, "0")}${world.counters.calls.toString(16).padStart(8, "0")}-${seller.id}`;
  const redirectUri = query.get("redirect_uri") ?? "";
  const challenge = query.get("code_challenge");
  const method = query.get("code_challenge_method") === "plain" ? "plain" : "S256";
  world.codes.set(code, {
    userId: seller.id,
    redirectUri,
    challenge: challenge === null ? null : `${method}:${challenge}`,
    expiresMs: nowMs + codeLifeMs,
  });
  return sendBack(query, { code });
}

function problemOf(world: World, query: URLSearchParams, isRegistered: Redirects): string | undefined {
  if (query.get("client_id") !== localClientId) return "Desculpe, o aplicativo não pôde se conectar à sua conta: client_id desconhecido.";
  if (query.get("response_type") !== "code") return "unsupported_response_type";
  if (!isRegistered(query.get("redirect_uri") ?? "")) return "your client callback has to match with the redirect_uri param";
  if (world.switches.pkceRequired && (query.get("code_challenge") ?? "") === "") return "invalid_request: code_challenge is required";
  return undefined;
}

function sendBack(query: URLSearchParams, answer: Record<string, string>): Response {
  const target = new URL(query.get("redirect_uri") ?? "");
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  const state = query.get("state");
  if (state !== null) target.searchParams.set("state", state);
  return new Response(null, { status: 302, headers: { location: target.href } });
}

export async function token(world: World, request: Request, nowMs: number): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
  if (!isForm) return tokenError(world, "invalid_request", "The body must be application/x-www-form-urlencoded");
  if (form.get("client_id") !== localClientId || form.get("client_secret") !== localClientSecret) {
    return tokenError(world, "invalid_client", "invalid client_id or client_secret.");
  }
  switch (form.get("grant_type")) {
    case "authorization_code":
      return exchange(world, form, nowMs);
    case "refresh_token": {
      const tokens = redeemRefreshToken(world, form.get("refresh_token") ?? "", nowMs);
      return tokens === undefined ? invalidGrant(world) : reply(tokens);
    }
    default:
      return tokenError(world, "unsupported_grant_type", "unsupported grant_type");
  }
}

async function exchange(world: World, form: URLSearchParams, nowMs: number): Promise<Response> {
  const id = form.get("code") ?? "";
  const code = world.codes.get(id);
  if (code === undefined || code.expiresMs <= nowMs || code.redirectUri !== form.get("redirect_uri")) return invalidGrant(world);
  const verifier = form.get("code_verifier");
  if (code.challenge !== null && (verifier === null || verifier === ""))
    return tokenError(world, "invalid_request", "code_verifier is a required parameter");
  if (code.challenge !== null && !(await isAnswered(code.challenge, verifier ?? ""))) return invalidGrant(world);
  // Asked again after the wait above: of two exchanges at once only one may win.
  if (!world.codes.delete(id)) return invalidGrant(world);
  const callbackUrl = `${new URL(code.redirectUri).origin}/hooks/mercado-livre`;
  return reply(issueTokens(openGrant(world, code.userId, callbackUrl, nowMs), nowMs));
}

async function isAnswered(challenge: string, verifier: string): Promise<boolean> {
  const [method, wanted] = challenge.split(":");
  if (method === "plain") return wanted === verifier;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier)));
  return (
    wanted ===
    btoa(String.fromCharCode(...digest))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "")
  );
}

function invalidGrant(world: World): Response {
  return tokenError(
    world,
    "invalid_grant",
    "Error validating grant. Your authorization code or refresh token may be expired or it was already used",
  );
}

function tokenError(world: World, error: string, text: string): Response {
  if (world.switches.legacyTokenMessage) return refuse(400, error, text);
  return reply({ error_description: text, error, status: 400, cause: [] }, 400);
}
