import { acceptInvitation, readInvitation } from "#app/domain/accounts/accept-invitation.server.ts";
import { confirmSignUp, readSignUp } from "#app/domain/accounts/confirm-sign-up.server.ts";
import { requestPasswordReset } from "#app/domain/accounts/request-password-reset.server.ts";
import { readPasswordReset, resetPassword } from "#app/domain/accounts/reset-password.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { signUp } from "#app/domain/accounts/sign-up.server.ts";
import { leaveReport } from "#app/domain/artifacts/leave-report.server.ts";
import { pairDevice } from "#app/domain/floor/pair-device.server.ts";
import type { VisitorContext } from "#app/domain/context.ts";
import type { FieldKind } from "./bad-values.ts";
import type { TestWorkspace } from "./world.ts";

/** What a stranger may ask, and the fields it takes. */
export type VisitorVerb = {
  run: (visitor: VisitorContext, input: never) => Promise<unknown>;
  input: (home: TestWorkspace) => Record<string, unknown>;
  fields: Record<string, FieldKind>;
};

const byToken = { input: (home: TestWorkspace) => ({ token: home.invitation.secret }), fields: { token: "text" } } as const;
const password = "a new long password";

export const visitorVerbs: Record<string, VisitorVerb> = {
  signUp: {
    run: signUp,
    input: (home) => ({ name: "Bea", workspaceName: "Shop", email: `bea@${home.id.replaceAll("_", "-")}.test`, password }),
    fields: { name: "text", workspaceName: "text", email: "email", password: "password" },
  },
  readSignUp: { ...byToken, run: readSignUp },
  confirmSignUp: { ...byToken, run: confirmSignUp },
  signIn: {
    run: signIn,
    input: (home) => ({ email: home.people.owner.email, password: home.people.owner.password }),
    fields: { email: "email", password: "text" },
  },
  requestPasswordReset: { run: requestPasswordReset, input: (home) => ({ email: home.people.owner.email }), fields: { email: "email" } },
  readPasswordReset: { ...byToken, run: readPasswordReset },
  resetPassword: {
    run: resetPassword,
    input: (home) => ({ token: home.invitation.secret, password }),
    fields: { token: "text", password: "password" },
  },
  leaveReport: { run: leaveReport, input: (home) => ({ token: `leave-${home.shop.scheduleId}` }), fields: { token: "text" } },
  pairDevice: { run: pairDevice, input: () => ({ code: "7K2QF-29XMA" }), fields: { code: "text" } },
  readInvitation: { ...byToken, run: readInvitation },
  acceptInvitation: {
    run: acceptInvitation,
    input: (home) => ({ token: home.invitation.secret, name: "Bea", password }),
    fields: { token: "text", name: "text", password: "password" },
  },
};
