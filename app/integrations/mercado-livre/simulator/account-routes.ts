import type { SimSeller, World } from "./model.ts";
import { missedBody } from "./notices.ts";
import { paging, refuse, reply, utcIso } from "./replies.ts";
import { reputationBody } from "./reputation.ts";
import { type Route, route, type RouteContext } from "./router.ts";
import { endGrant, localClientId } from "./tokens.ts";

export const accountRoutes: Route[] = [
  route("GET /users/me", (context) => reply(userBody(context, context.caller))),
  route("GET /users/bulk", (context) =>
    reply(
      (context.url.searchParams.get("ids") ?? "").split(",").map((id) => {
        const seller = context.world.sellers.get(Number(id));
        if (seller === undefined)
          return { id, status_code: 404, body: { message: "User not found", error: "not_found", status: 404, cause: [] } };
        return { id: seller.id, status_code: 200, body: userBody(context, seller) };
      }),
    ),
  ),
  route("GET /users/:user", (context) => {
    const seller = context.world.sellers.get(Number(context.params["user"]));
    return seller === undefined ? refuse(404, "not_found", "The user does not exist") : reply(userBody(context, seller));
  }),
  route("GET /users/:user/applications", ({ world, caller }) =>
    reply(grantsOf(world).filter((grant) => grant.user_id === String(caller.id))),
  ),
  route("DELETE /users/:user/applications/:app", ({ world, params, caller, nowMs }) => {
    if (params["user"] !== String(caller.id) || params["app"] !== localClientId) return refuse(403, "forbidden", "Forbidden");
    endGrant(world, caller.id, nowMs);
    return reply({ user_id: caller.id, app_id: Number(localClientId), msg: "Autorización eliminada" });
  }),
  route("GET /applications/:app", ({ params }) =>
    params["app"] === localClientId
      ? reply({
          id: Number(localClientId),
          site_id: "MLB",
          name: "Entrepot",
          active: true,
          max_requests_per_hour: 18_000,
          certification_status: "not_certified",
          scopes: ["offline_access", "read", "write"],
        })
      : refuse(404, "not_found", "Application not found"),
  ),
  route("GET /applications/:app/grants", ({ world, url }) => {
    const grants = grantsOf(world);
    return reply({ paging: paging(url, grants.length, { usual: 50, max: 100 }), grants });
  }),
  route("GET /missed_feeds", missedFeeds),
];

function userBody({ world, caller, nowMs }: RouteContext, seller: SimSeller): Record<string, unknown> {
  const isSelf = seller.id === caller.id;
  return {
    id: seller.id,
    nickname: seller.nickname,
    country_id: "BR",
    site_id: "MLB",
    user_type: seller.isOperator ? "operator" : "brand",
    tags: seller.tags,
    permalink: `http://perfil.mercadolivre.com.br/${encodeURIComponent(seller.nickname)}`,
    ...(isSelf ? { email: seller.email, registration_date: utcIso(world.startMs - 900 * 86_400_000) } : {}),
    seller_reputation: reputationBody(world, seller, nowMs),
    status: { site_status: "active", ...(isSelf ? { list: { allow: true }, sell: { allow: true }, billing: { allow: true } } : {}) },
  };
}

function grantsOf(world: World): { user_id: string; app_id: string; date_created: string; scopes: string[] }[] {
  return [...world.grants.values()]
    .filter((grant) => !grant.isRevoked)
    .map((grant) => ({
      user_id: String(grant.userId),
      app_id: localClientId,
      date_created: utcIso(grant.lastCallMs),
      scopes: ["read", "write", "offline_access"],
    }));
}

/** Items are told only when their site is named; the list is the app's, whoever asks. */
function missedFeeds({ world, url }: RouteContext): Response {
  if (url.searchParams.get("app_id") !== localClientId) return refuse(403, "forbidden", "app_id is not the caller's application");
  const topic = url.searchParams.get("topic");
  if (topic === "items" && (url.searchParams.get("site_id") ?? "") === "")
    return refuse(400, "bad_request", "site_id is required for topic items");
  const found = world.missedNotices.filter((notice) => (topic === null ? notice.topic !== "items" : notice.topic === topic));
  const { offset, limit } = paging(url, found.length, { usual: 10, max: 100 });
  return reply({ messages: found.slice(offset, offset + limit).map(missedBody) });
}
