import { redirect, redirectDocument } from "react-router";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { memberContext, visitorContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/logout.ts";

export function loader() {
  return redirect("/");
}

export async function action({ context }: Route.ActionArgs) {
  const member = context.get(memberContext);
  if (member === null) return redirectDocument("/login");
  const { cookie } = await signOut(context.get(visitorContext), member.ctx, member.session);
  return redirectDocument("/login", { headers: { "set-cookie": cookie } });
}
