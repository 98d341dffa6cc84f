import { z } from "zod";
import type { SimulatorTools } from "../../simulator.ts";
import { consentPage, messagePage, withHtml } from "./consent-page.ts";
import { localPartnerId, mainAccountId, redirectDomains } from "./credentials.ts";
import { giveConsent } from "./grants.ts";
import { ping, push } from "./pushes.ts";
import { note, type World } from "./world.ts";

const grantDays = [7, 30, 90, 180, 365] as const;
const callbackPath = "/hooks/shopee";

const form = z.object({
  decision: z.enum(["allow", "deny"]),
  account: z.string().regex(/^(shop|main|sub):\d+$/),
  days: z.coerce.number().refine((days) => grantDays.some((allowed) => allowed === days)),
});

/** The page a seller is sent to. A POST without a form of ours is answered with the page again. */
export async function answerConsent(world: World, request: Request, tools: SimulatorTools): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const redirectTo = readRedirect(query.get("redirect_uri"));
  const problem = whyRefused(query, redirectTo);
  if (problem !== undefined || redirectTo === undefined) return messagePage(400, problem ?? "");
  if (request.method !== "POST") return withHtml(200, consentPage([...world.shops.values()], grantDays));
  const given = form.safeParse(Object.fromEntries(new URLSearchParams(await request.text())));
  if (!given.success) return withHtml(400, consentPage([...world.shops.values()], grantDays));
  const { decision, account, days } = given.data;
  const state = query.get("state");
  if (state !== null) redirectTo.searchParams.set("state", state);
  if (decision === "deny") {
    redirectTo.searchParams.set("error", "access_denied");
    return redirect(redirectTo);
  }
  if (account.startsWith("sub:"))
    return messagePage(403, "Subcontas não podem autorizar aplicativos. Entre com a conta principal da loja.");
  return allow(world, { account, days, redirectTo }, tools);
}

type Allowed = { account: string; days: number; redirectTo: URL };

function allow(world: World, { account, days, redirectTo }: Allowed, tools: SimulatorTools): Response {
  const [kind, id = ""] = account.split(":");
  const shopIds = kind === "main" ? [...world.shops.keys()].slice(0, 2) : [Number(id)];
  const isKnown = kind === "main" ? Number(id) === mainAccountId : world.shops.has(Number(id));
  if (!isKnown) return messagePage(404, "Esta loja não existe.");
  const callbackUrl = `${redirectTo.origin}${callbackPath}`;
  const isNew = ![...world.grants.byShop.values()].some((grant) => grant.callbackUrl === callbackUrl);
  const code = giveConsent(world.grants, { shopIds, account, days, callbackUrl }, tools.nowMs, tools.random);
  if (isNew) ping(tools, callbackUrl);
  for (const shopId of shopIds) {
    push(world, tools, shopId, 1, { shop_id: shopId, success: 1 });
    note(world, tools.nowMs, { shopId, what: `authorised for ${days} days`, ref: account });
  }
  redirectTo.searchParams.set("code", code);
  redirectTo.searchParams.set(kind === "main" ? "main_account_id" : "shop_id", id);
  return redirect(redirectTo);
}

function whyRefused(query: URLSearchParams, redirectTo: URL | undefined): string | undefined {
  if (query.get("partner_id") !== localPartnerId) return "Aplicativo desconhecido (partner_id).";
  if (query.get("auth_type") !== "seller" || query.get("response_type") !== "code") return "Pedido de autorização inválido.";
  if (redirectTo === undefined) return "Endereço de retorno inválido (redirect_uri).";
  return redirectDomains.includes(redirectTo.hostname) ? undefined : "O domínio de retorno não está cadastrado para este aplicativo.";
}

function readRedirect(text: string | null): URL | undefined {
  return text !== null && URL.canParse(text) && /^https?:/.test(text) ? new URL(text) : undefined;
}

function redirect(to: URL): Response {
  return new Response(null, { status: 302, headers: { location: to.href } });
}
