import { redirect, redirectDocument, type RouterContextProvider } from "react-router";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { deviceCookie } from "#app/domain/floor/device-cookie.ts";
import { lockDevice } from "#app/domain/floor/lock-device.server.ts";
import { floorWithCode } from "#app/domain/floor/pairing-link.ts";
import { pairDevice } from "#app/domain/floor/pair-device.server.ts";
import { unlockDevice } from "#app/domain/floor/unlock-device.server.ts";
import { memberContext, visitorContext } from "#app/middleware/contexts.ts";
import { formFields, tryVerb } from "#app/middleware/form-problem.ts";
import { requireTablet } from "#app/middleware/tablet.ts";

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** Pairing, taking and putting down. Nothing of it works beside an office session: that ends first, and only when asked to. */
export async function answerFloorForm(args: Args) {
  const { request, context } = args;
  const fields = await formFields(request, "intent", "code", "way", "userId", "pin", "badge");
  const member = context.get(memberContext);
  const visitor = context.get(visitorContext);
  if (member !== null) {
    if (fields.intent !== "leave-office") throw redirectDocument("/floor");
    const { cookie } = await signOut(visitor, member.ctx, member.session);
    throw redirectDocument(floorWithCode(fields.code), { headers: { "set-cookie": cookie } });
  }
  return tryVerb(context, async () => {
    switch (fields.intent) {
      case "pair": {
        const { key } = await pairDevice(visitor, { code: fields.code });
        const cookie = deviceCookie(key, visitor.environment !== "local");
        // A form that was sent before the page had its scripts is answered by a page that does not know the cookie yet.
        throw redirect("/floor", { headers: { "set-cookie": cookie } });
      }
      case "unlock": {
        const { ctx } = await requireTablet(args);
        const { userId, pin, badge } = fields;
        await unlockDevice(ctx, fields.way === "badge" ? { way: "badge", badge } : { way: "pin", userId, pin });
        return { ok: true as const };
      }
      case "lock":
        await lockDevice((await requireTablet(args)).ctx);
        return { ok: true as const };
      case "leave-office":
        throw redirectDocument("/floor");
      default:
        throw new AppError("invalid", "checkFields");
    }
  });
}
