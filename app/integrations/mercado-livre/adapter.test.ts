import { describe, expect, test } from "vitest";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { encodeBase64Url } from "#app/platform/crypto/base64url.ts";
import { demoAccount, simulatedNowMs } from "./fixtures.ts";
import { mercadoLivreWorld } from "./testing/world.ts";

const dayMs = 86_400_000;
const verifier = "a-long-enough-verifier-for-the-proof-key-1234567890";
const redirectUri = "http://127.0.0.1:5173/channels/callback/mercado-livre";

async function challenge(): Promise<string> {
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

async function failure(work: Promise<unknown>): Promise<ChannelError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ChannelError)) throw new Error(`Expected a ChannelError, got ${String(error)}`);
  return error;
}

/** Opens the consent page, answers it, and reads where the browser is sent. */
async function consent(world: ReturnType<typeof mercadoLivreWorld>, form: Record<string, string>) {
  const url = world.adapter.authorizeUrl({ site: "MLB", state: "st", codeChallenge: await challenge(), redirectUri });
  const request = new Request(url.replace("/mercado-livre/", "/"), { method: "POST", body: new URLSearchParams(form) });
  const answer = await world.simulator.fetch(request, world.tools());
  const location = new URL(answer.headers.get("location") ?? "http://nowhere.test");
  return { status: answer.status, location, callback: world.adapter.readCallback(location.searchParams) };
}

describe("consent", () => {
  test("a seller who allows it is connected under the number and name the vendor gives", async () => {
    const world = mercadoLivreWorld();
    const { location, callback } = await consent(world, { account: "200300", decision: "allow" });
    expect(`${location.origin}${location.pathname}`).toBe(redirectUri);
    expect(location.searchParams.get("state")).toBe("st");
    if (callback.kind !== "code") throw new Error("Expected a code");
    expect(callback.accountHint).toBe("200300");
    const grant = await world.adapter.exchangeCode({
      site: "MLB",
      code: callback.code,
      accountHint: "200300",
      codeVerifier: verifier,
      redirectUri,
    });
    expect(grant).toMatchObject({
      account: demoAccount,
      name: "LOJA DEMO",
      tokens: { accessExpiresAtMs: simulatedNowMs + 21_600_000, grantEndsAtMs: null },
    });
    const again = world.adapter.exchangeCode({ site: "MLB", code: callback.code, accountHint: null, codeVerifier: verifier, redirectUri });
    expect((await failure(again)).fault).toBe("grant-ended");
  });

  test("a wrong verifier gets no tokens", async () => {
    const world = mercadoLivreWorld();
    const { callback } = await consent(world, { account: "200300", decision: "allow" });
    if (callback.kind !== "code") throw new Error("Expected a code");
    const exchange = { site: "MLB", code: callback.code, accountHint: null, codeVerifier: "another-verifier", redirectUri };
    expect((await failure(world.adapter.exchangeCode(exchange))).fault).toBe("grant-ended");
  });

  test("a seller who declines comes back with the reason", async () => {
    const { callback } = await consent(mercadoLivreWorld(), { account: "200300", decision: "deny" });
    expect(callback).toEqual({ kind: "denied", reason: "access_denied" });
  });

  test("each country has its own page", () => {
    const { adapter } = mercadoLivreWorld();
    expect(adapter.sites[0]).toBe("MLB");
    expect(adapter.authorizeUrl({ site: "MLB", state: "s", codeChallenge: "c", redirectUri })).toContain("code_challenge_method=S256");
  });

  test("a renewal brings a new pair and kills the old refresh token, so that of two at once one loses", async () => {
    const world = mercadoLivreWorld();
    const { refresh_token: first } = world.act("grant", { seller: 200_300 });
    const both = await Promise.allSettled([
      world.adapter.refresh(demoAccount, String(first)),
      world.adapter.refresh(demoAccount, String(first)),
    ]);
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const renewed = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    await world.adapter.refresh(demoAccount, renewed[0]?.refreshToken ?? "");
    expect((await failure(world.adapter.refresh(demoAccount, String(first)))).fault).toBe("grant-ended");
  });

  test("tokens never reach the archive, not even when the answer cannot be read", async () => {
    const world = mercadoLivreWorld();
    world.next.push(() => Response.json({ access_token: "secret", expires_in: "soon" }));
    expect((await failure(world.adapter.refresh(demoAccount, "TG-x"))).fault).toBe("malformed");
    expect(world.archived).toEqual([]);
  });

  test("access that is given up is dead at the vendor too", async () => {
    const world = mercadoLivreWorld();
    const tokens = world.act("grant", { seller: 200_300 });
    const client = world.adapter.open(demoAccount, () => Promise.resolve(String(tokens["access_token"])));
    await world.adapter.revoke(demoAccount, String(tokens["access_token"]));
    expect((await failure(client.account())).fault).toBe("token-expired");
    expect((await failure(world.adapter.refresh(demoAccount, String(tokens["refresh_token"])))).fault).toBe("grant-ended");
  });
});

describe("calls", () => {
  test("an expired token is asked to be renewed, and the next call uses what the caller then has", async () => {
    const world = mercadoLivreWorld();
    let { access_token: token, refresh_token: refreshToken } = world.act("grant", { seller: 200_300 });
    const client = world.adapter.open(demoAccount, () => Promise.resolve(String(token)));
    await client.account();
    world.clock.advance(21_600_000);
    expect((await failure(client.account())).fault).toBe("token-expired");
    token = (await world.adapter.refresh(demoAccount, String(refreshToken))).accessToken;
    refreshToken = undefined;
    expect((await client.account()).name).toBe("LOJA DEMO");
  });

  test("a token of another account is refused before anything is stored under the wrong one", async () => {
    const world = mercadoLivreWorld();
    const { access_token: token } = world.act("grant", { seller: 200_400 });
    expect((await failure(world.adapter.open(demoAccount, () => Promise.resolve(String(token))).account())).fault).toBe("denied");
  });

  test("an answer that breaks the contract is kept raw and reported as malformed", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    world.next.push(() => Response.json({ results: "none" }));
    expect((await failure(client.listingRefs(null))).fault).toBe("malformed");
    expect(world.archived).toEqual([[expect.stringMatching(/^mercado-livre\/200300\/items\.search\//), '{"results":"none"}']]);
  });

  test("an answer that is not JSON is kept and reported too", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    world.next.push(() => new Response("<html>maintenance</html>"));
    expect((await failure(client.listingRefs(null))).fault).toBe("malformed");
    expect(world.archived[0]?.[1]).toBe("<html>maintenance</html>");
  });

  test.each([
    [1, "local_rate_limited"],
    [null, "to_many_requests"],
  ] as const)(
    "too many calls in a row are throttled (Retry-After %s), and the pacer learns of it",
    async (throttleRetryAfterS, throttleWord) => {
      const world = mercadoLivreWorld();
      const client = world.open();
      world.act("switch", { throttleNext: 10, throttleRetryAfterS, throttleWord });
      expect((await failure(world.run(client.listingRefs(null)))).fault).toBe("throttled");
      expect(world.paced).toEqual([
        "items.search",
        `items.search throttled ${throttleRetryAfterS === null ? undefined : throttleRetryAfterS * 1_000}`,
      ]);
    },
  );

  test("a short outage is ridden out", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    world.next.push(() => new Response("down", { status: 503 }));
    expect((await world.run(client.listingRefs(null))).refs).toHaveLength(100);
  });
});

describe("what an account is", () => {
  test("reputation, answer time and tags come with it", async () => {
    const world = mercadoLivreWorld();
    const account = await world.open().account();
    expect(account).toMatchObject({ accountRef: "200300", name: "LOJA DEMO", site: "MLB", isUsable: true });
    expect(account.answerMinutes).toBeGreaterThan(0);
    expect(account.reputation?.metrics.map((metric) => [metric.key, metric.windowDays])).toEqual([
      ["claims", 60],
      ["cancellations", 60],
      ["delayed_handling_time", 60],
    ]);
  });

  test("a shop that has sold nothing has no level and no answer time, which are not zeros", async () => {
    const account = await mercadoLivreWorld().open("200500").account();
    expect(account).toMatchObject({ answerMinutes: null, reputation: { level: null } });
  });
});

test("windows of orders are whole hours, newest first, overlap, and cover everything asked for", () => {
  const { adapter } = mercadoLivreWorld();
  const window = { fromMs: simulatedNowMs - 20 * dayMs + 1_234, toMs: simulatedNowMs - 777 };
  const windows = adapter.orderWindows(window);
  expect(windows[0]?.toMs).toBeGreaterThan(window.toMs);
  expect(windows.at(-1)?.fromMs).toBeLessThanOrEqual(window.fromMs);
  for (const [index, { fromMs, toMs }] of windows.entries()) {
    expect([fromMs % 3_600_000, toMs % 3_600_000, toMs > fromMs]).toEqual([0, 0, true]);
    expect(windows[index + 1]?.toMs ?? toMs).toBeGreaterThan(fromMs);
  }
  expect(adapter.orderWindows({ fromMs: simulatedNowMs - 500 * dayMs, toMs: simulatedNowMs - 400 * dayMs })).toEqual([]);
});
