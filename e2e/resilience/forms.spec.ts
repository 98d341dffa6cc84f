import { expect } from "@playwright/test";
import fc from "fast-check";
import { newAddress, type Person } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

type Form = { path: string; fields: Record<string, string>; fixed?: Record<string, string>; isOpen?: true };

/** Every form that takes text, with values it would accept. */
const forms: Form[] = [
  { path: "/login", fields: { email: "fuzz@e2e.test", password: "correct horse battery" }, isOpen: true },
  { path: "/signup", fields: { name: "A", workspaceName: "B", email: "fuzz@e2e.test", password: "short" }, isOpen: true },
  { path: "/forgot", fields: { email: "fuzz@e2e.test" }, isOpen: true },
  { path: "/invite/forged", fields: { name: "A", password: "correct horse battery" }, isOpen: true },
  { path: "/preferences", fields: { locale: "en", theme: "dark", returnTo: "/login" }, isOpen: true },
  { path: "/settings/team", fields: { email: "fuzz", role: "viewer" }, fixed: { intent: "invite" } },
  { path: "/settings/profile", fields: { name: "", locale: "en", theme: "dark", timeZone: "UTC" } },
  { path: "/settings/workspace", fields: { name: "A", timeZone: "UTC", currency: "BRL", locale: "en", version: "0" } },
  { path: "/settings/connect", fields: { name: "A", right: "x", expiresInDays: "1" } },
  { path: "/settings/api-keys", fields: { name: "A", scopes: "x", expiresInDays: "1" } },
  { path: "/welcome", fields: { name: "", timeZone: "UTC", version: "0" } },
];

const markup = "<img src=x onerror=alert(1)>";
const hostile = fc.oneof(
  fc.constantFrom(
    markup,
    "</script><script>alert(1)</script>",
    "'\"><svg/onload=alert(1)>",
    "{{constructor.constructor('x')()}} $t(common:yes) {{-name}}",
    "' or '1'='1' --",
    "%00%0d%0aset-cookie: a=b",
    "\r\nset-cookie: a=b",
    "\u202etxt.exe",
    "__proto__",
    "javascript:alert(1)",
    "//evil.test/",
    "\\\\evil.test",
    "=cmd|' /C calc'!A0",
    "9".repeat(400),
    "é".repeat(5_000),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

async function post(
  form: Form,
  body: BodyInit,
  person: Person,
  headers: Record<string, string> = {},
): Promise<{ answer: Response; text: string }> {
  const { cookies } = await person.http.storageState();
  const cookie = form.isOpen ? {} : { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const own = { "cf-connecting-ip": newAddress(), "sec-fetch-site": "same-origin", accept: "text/html", ...cookie };
  const answer = await fetch(readSettings().appUrl + form.path, {
    method: "POST",
    body,
    headers: { ...own, ...headers },
    redirect: "manual",
  });
  return { answer, text: await answer.text() };
}

function expectHarmless(sent: string, { answer, text }: { answer: Response; text: string }): void {
  expect(answer.status).toBeLessThan(500);
  if (/<[a-z/!]/i.test(sent)) expect(text).not.toContain(sent);
  expect(answer.headers.get("set-cookie") ?? "").not.toContain("a=b");
  const location = answer.headers.get("location");
  if (location !== null) expect(new URL(location, "http://self.invalid").host).toBe("self.invalid");
}

for (const form of forms) {
  test(`${form.path} takes any text without fault, echo or trace`, async ({ newWorkspace }) => {
    const { owner } = await newWorkspace();
    const stored = async () => {
      const [members, workspace, keys, invitations] = await Promise.all(
        ["members", "workspace", "api-keys", "invitations"].map(async (list) => (await owner.http.get(`/api/v1/${list}`)).text()),
      );
      return [members, workspace, keys, invitations];
    };
    let before = await stored();
    const names = Object.keys(form.fields);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), hostile, async (name, text) => {
        const result = await post(form, new URLSearchParams({ ...form.fixed, ...form.fields, [name]: text }), owner);
        expectHarmless(text, result);
        const after = await stored();
        if (result.answer.status >= 400) expect(after).toEqual(before);
        before = after;
      }),
      { numRuns: 30, seed: 20_261_121, endOnFailure: true },
    );
    await sendOddBodies(form, owner);
  });
}

/** Not what a form sends, but what somebody may. */
async function sendOddBodies(form: Form, owner: Person): Promise<void> {
  const withFile = new FormData();
  for (const name of Object.keys(form.fields)) withFile.append(name, new Blob([markup], { type: "text/html" }), `${markup}.html`);
  const twice = new URLSearchParams(
    Object.keys(form.fields).flatMap((name) => [
      [name, markup],
      [name, markup],
    ]),
  );
  const urlencoded = { "content-type": "application/x-www-form-urlencoded" };
  const bodies: [BodyInit, Record<string, string>][] = [
    [withFile, {}],
    [twice, {}],
    ["", urlencoded],
    ["%zz=%E0%A4&&&==", urlencoded],
    [`__proto__=x&constructor=y&${Object.keys(form.fields)[0]}[a]=b`, urlencoded],
    ["--x\r\nbroken", { "content-type": "multipart/form-data; boundary=x" }],
    ["{}", { "content-type": "application/json" }],
    [markup, { "content-type": "text/plain" }],
    [new Uint8Array([0, 255, 254]), { "content-type": "application/octet-stream" }],
  ];
  for (const [body, headers] of bodies) expectHarmless(markup, await post(form, body, owner, headers));
}

test("a body that keeps its length to itself is taken when it fits and refused when it does not", async ({ crew }) => {
  const send = (path: string, type: string, start: string, sizeBytes: number) =>
    fetch(readSettings().appUrl + path, {
      method: "POST",
      body: new Blob([start, "x".repeat(sizeBytes)]).stream(),
      headers: { "content-type": type, "sec-fetch-site": "same-origin", "cf-connecting-ip": newAddress() },
      redirect: "manual",
      duplex: "half",
    } as RequestInit);
  const form = "application/x-www-form-urlencoded";
  expect((await send("/preferences", form, "theme=dark&returnTo=/login&more=", 1_000)).headers.get("location")).toBe("/login");
  const calls = [
    send("/preferences", form, "theme=dark&more=", 3_000_000),
    send("/api/v1/api-keys", "application/json", '{"a":"', 3_000_000),
  ];
  for (const answer of await Promise.all(calls)) {
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "too_large" });
  }
  expect((await crew.owner.http.get("/api/v1/me")).status()).toBe(200);
});
