import { data, redirectDocument, type RouterContextProvider } from "react-router";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { type Member, memberContext } from "./contexts.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** The signed-in person, or off to the sign-in page and back again: as a new document, which keeps nothing of the old one. */
export function requireMember({ request, context }: Args): Member {
  const member = context.get(memberContext);
  if (member !== null) return member;
  const { pathname, search } = new URL(request.url);
  throw redirectDocument(`/login?${new URLSearchParams({ returnTo: pathname + search })}`);
}

export function requireMemberWho(args: Args, action: Action): Member {
  const member = requireMember(args);
  if (!actorAllows(member.ctx.actor, action)) throw data({ code: "forbidden" }, { status: 403 });
  return member;
}

/** A path of ours, whatever somebody wrote into the address. */
export function safeReturnTo(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !/^\/(?![/\\])/.test(value) || value.length > 500) return fallback;
  const url = URL.parse(value, "http://self.invalid");
  // Resolving "/..//host" leaves "//host", which browsers take for another site.
  return url?.host === "self.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search : fallback;
}
