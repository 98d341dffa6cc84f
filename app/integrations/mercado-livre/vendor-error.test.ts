import { expect, test } from "vitest";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { type CallNature, toChannelError } from "./vendor-error.ts";

function faultFor(status: number, body: unknown, nature: CallNature = "api"): ChannelError {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const error = toChannelError(new HttpError("status", "mercado-livre:1", { status, body: text, retryAfterMs: 2_000 }), nature);
  if (!(error instanceof ChannelError)) throw new Error("Expected a ChannelError");
  return error;
}

test.each<[string, number, unknown, CallNature, string]>([
  ["an expired token", 401, { code: "unauthorized", message: "invalid access token" }, "api", "token-expired"],
  ["an expired token in the older words", 401, { message: "invalid_token", error: "not_found", status: 401 }, "api", "token-expired"],
  ["a 401 about another's item", 401, { message: "Caller is not the item's owner" }, "api", "denied"],
  ["a 401 about another's listing score", 401, { message: "Caller must be the seller of the item" }, "api", "denied"],
  ["a 403 about another's order", 403, { error: "not_owned_order", message: "x" }, "api", "denied"],
  [
    "a missing permission",
    403,
    { code: "PA_UNAUTHORIZED_RESULT_FROM_POLICIES", message: "At least one policy returned UNAUTHORIZED" },
    "api",
    "denied",
  ],
  ["a blocked app", 403, { error: "unauthorized_application" }, "api", "rejected"],
  ["a dead refresh token", 400, { error: "invalid_grant", error_description: "x" }, "token", "grant-ended"],
  ["a wrong secret", 400, { error: "invalid_client" }, "token", "rejected"],
  ["a scroll that is gone", 400, { error: "bad_request", message: "Invalid scroll_id" }, "scroll", "place-lost"],
  ["too many calls", 429, { error: "local_rate_limited" }, "api", "throttled"],
  ["too many calls in the other spelling", 429, { error: "to_many_requests" }, "api", "throttled"],
  ["an outage", 503, "<html>", "api", "unavailable"],
  ["something that is not there", 404, { error: "not_found" }, "api", "not-found"],
  ["a wrong request", 400, { error: "bad_request", cause: [{ code: "item.price.invalid", message: "too low" }] }, "api", "rejected"],
])("%s (%i) is told apart", (_, status, body, nature, fault) => {
  expect(faultFor(status, body, nature).fault).toBe(fault);
});

test("the vendor's own words and the wait it asks for are kept, in every shape it writes them", () => {
  expect(faultFor(400, { error: "invalid_grant", error_description: "already used" }, "token").vendorText).toBe(
    "invalid_grant: already used",
  );
  expect(faultFor(400, { error: "invalid_grant", message: "already used" }, "token").vendorText).toBe("invalid_grant: already used");
  expect(faultFor(400, { error: "x", message: "y", cause: [{ code: "item.price.invalid", message: "z" }] }).vendorText).toBe("x: y: z");
  expect(faultFor(429, {}).retryAfterMs).toBe(2_000);
});
