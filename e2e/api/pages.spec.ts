import { expect } from "@playwright/test";
import { type Action, roleAllows, roles } from "#app/domain/accounts/permissions.ts";
import { onEach } from "#e2e/fixtures/on-each.ts";
import { expectProblem } from "#e2e/fixtures/problem.ts";
import { test } from "#e2e/fixtures/test.ts";
import { routePaths } from "./endpoints.ts";
import { forms } from "./page-forms.ts";

// Thousands of short steps: recording each would take longer than the steps.
test.use({ trace: "off" });

/** Pages anybody may open, and what a stranger gets there. */
const openPages: Record<string, number> = {
  "/": 200,
  "/robots.txt": 200,
  "/sitemap.xml": 200,
  "/openapi.json": 200,
  "/.well-known/jwks.json": 200,
  "/.well-known/agent-card.json": 200,
  "/a2a": 405,
  "/docs/api": 200,
  "/docs/api/:area": 404,
  "/preferences": 302,
  "/login": 200,
  "/logout": 302,
  "/signup": 200,
  "/confirm/:token": 200,
  "/unsubscribe/:token": 200,
  "/forgot": 200,
  "/reset/:token": 200,
  "/invite/:token": 200,
  "/demo": 302,
  // Without a key there is no such site.
  "/collect/v1/site": 404,
  "/public/v1/chat": 404,
  "/public/v1/token": 404,
  "/floor": 200,
  "/floor/pair": 302,
  "/floor/commands": 405,
  "/floor/ask": 405,
  "/listings/:id/analyses/stream": 405,
  "/dev/ui": 200,
  "/dev/mailbox": 200,
  "/dev/end-visits": 405,
  "/*": 404,
};
/** Pages of a workspace, and what one must be allowed to do to see them. */
const memberPages: Record<string, Action | "anybody"> = {
  "/overview": "activity:read",
  "/orders": "orders:read",
  "/orders/:id": "orders:read",
  "/orders/export": "orders:read",
  "/questions": "service:read",
  "/reviews": "service:read",
  "/reviews/gaps": "service:read",
  "/market": "agents:read",
  "/activity": "activity:read",
  "/notifications": "notifications:read",
  "/score": "selling:read",
  "/recommendations": "selling:read",
  "/trends": "selling:read",
  "/patterns": "shoppers:read",
  "/artifacts": "chat:read",
  "/artifacts/:id": "chat:read",
  "/dashboards": "chat:read",
  "/dashboards/:id": "chat:read",
  "/mails": "chat:read",
  "/mails/new": "chat:write",
  "/mails/:id": "chat:read",
  "/pins": "chat:read",
  "/pins/:id": "chat:read",
  "/interactions": "shoppers:read",
  "/interactions/:id": "shoppers:read",
  "/interactions/export": "shoppers:write",
  "/sessions": "shoppers:read",
  "/sessions/:id": "shoppers:read",
  "/catalog/:id/shoppers": "shoppers:read",
  "/collect": "shoppers:read",
  "/settings": "anybody",
  "/settings/profile": "anybody",
  "/settings/sessions": "anybody",
  "/settings/workspace": "workspace:read",
  "/settings/team": "team:read",
  "/settings/api-keys": "keys:read",
  "/settings/connect": "keys:read",
  "/settings/ai": "ai:read",
  "/settings/audit": "audit:read",
  "/settings/deliveries": "deliveries:read",
  "/settings/audit/export": "audit:read",
  "/welcome": "workspace:write",
  "/channels": "channels:read",
  "/channels/:id": "channels:read",
  "/channels/callback/:vendor": "channels:write",
  "/channels/choose/:id": "channels:write",
  "/catalog": "catalog:read",
  "/catalog/new": "catalog:write",
  "/catalog/costs": "catalog:write",
  "/catalog/:id": "catalog:read",
  "/catalog/export": "catalog:read",
  "/catalog/skus": "catalog:read",
  "/warehouse": "warehouse:read",
  "/warehouse/orders": "warehouse:read",
  "/warehouse/orders/:id": "warehouse:read",
  "/warehouse/returns": "warehouse:read",
  "/warehouse/returns/:id": "warehouse:read",
  "/warehouse/cartons": "warehouse:read",
  "/warehouse/waves": "warehouse:read",
  "/warehouse/waves/:id": "warehouse:read",
  "/warehouse/release-rules": "warehouse:read",
  "/warehouse/monitoring": "warehouse:read",
  "/warehouse/reports": "warehouse:read",
  "/warehouse/reports/:id/file": "warehouse:read",
  "/warehouse/tablets": "warehouse:read",
  "/warehouse/zones/:id": "warehouse:read",
  "/warehouse/zones/:id/archive": "warehouse:read",
  "/warehouse/zones/:id/archive/file": "warehouse:read",
  "/agents": "agents:read",
  "/agents/memory": "agents:read",
  "/agents/:id": "agents:read",
  "/agents/runs/:id": "agents:read",
  "/proposals": "agents:read",
  "/delegations": "agents:read",
  "/delegations/:id": "agents:read",
  "/chat": "chat:read",
  "/chat/:id": "chat:read",
  "/chat/:id/files": "chat:read",
  "/chat/:id/files/:fileId": "chat:read",
  "/approvals": "chat:read",
  "/approvals/:id": "chat:read",
  "/ai": "ai:read",
  "/ai/calls/:id": "ai:read",
  "/proposals/policies": "agents:read",
  "/triggers": "triggers:read",
  "/triggers/new": "triggers:write",
  "/triggers/:id": "triggers:read",
  "/sites": "shoppers:read",
  "/sites/new": "shoppers:write",
  "/sites/:id/statistics": "shoppers:read",
  "/sites/:id": "shoppers:read",
  "/sites/:id/chat": "shoppers:read",
  "/listings": "catalog:read",
  "/listings/:id": "catalog:read",
  "/listings/:id/analyses": "catalog:read",
  "/listings/changes/:id": "catalog:read",
  "/listings/export": "catalog:read",
  "/views": "workspace:read",
};
/** What cannot be connected is said on the page itself, with the way back. */
const telling = new Set(["/channels/choose/:id"]);
const redirecting = new Set(["/settings", "/welcome", "/pins"]);
const html = { accept: "text/html" };
const fill = (path: string) =>
  path.replace(":token", "forged-token").replace(":id", "nobody_0000").replace(":vendor", "mercado-livre").replace("*", "no-such-page");
/** What a page answers those who may open it; one about a row has nothing to show of nobody's. */
function opened(path: string): number {
  if (redirecting.has(path)) return 302;
  // Whoever comes back from a marketplace without having been sent there.
  if (path === "/channels/callback/:vendor") return 410;
  // It has to be said of whom.
  if (path === "/interactions/export") return 400;
  return path.includes(":id") && !telling.has(path) ? 404 : 200;
}

test("every page is under test", () => {
  const pages = new Set(routePaths().filter((path) => !path.startsWith("/api/v1/")));
  expect([...Object.keys(openPages), ...Object.keys(memberPages)].toSorted()).toEqual([...pages].toSorted());
});

test("a stranger sees open pages and is sent to sign in, and back, from all others", async ({ request }) => {
  await onEach(Object.entries(openPages), async ([path, status]) => {
    const answer = await request.get(fill(path), { maxRedirects: 0, headers: html });
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()["x-request-id"], path).toBeTruthy();
  });
  await onEach(Object.keys(memberPages), async (path) => {
    const answer = await request.get(`${fill(path)}?a=b&c=%C3%A9`, { maxRedirects: 0, headers: html });
    expect(answer.status(), path).toBe(302);
    const target = new URL(answer.headers()["location"] ?? "", "http://self.invalid");
    if (path === "/settings") {
      expect(target.pathname).toBe("/settings/profile");
      return;
    }
    expect(target.pathname, path).toBe("/login");
    expect(target.searchParams.get("returnTo"), path).toBe(`${fill(path)}?a=b&c=%C3%A9`);
  });
});

for (const role of roles) {
  test(`a ${role} opens the pages of the role and is refused at the others`, async ({ crew }) => {
    const { http } = crew.members[role];
    await onEach(Object.entries(memberPages), async ([path, needs]) => {
      const answer = await http.get(fill(path), { maxRedirects: 0, headers: html });
      const isAllowed = needs === "anybody" || roleAllows(role, needs);
      expect(answer.status(), `${path} as ${role}`).toBe(isAllowed ? opened(path) : 403);
      expect(answer.headers()["cache-control"], path).toMatch(/no-store/);
    });
  });
}

test("forms of pages take nothing from strangers and from roles that may not", async ({ crew, request }) => {
  const headers = { "sec-fetch-site": "same-origin", accept: "text/html" };
  for (const [path, needs] of Object.entries(forms)) {
    const byStranger = await request.post(fill(path), { form: { intent: "x" }, headers, maxRedirects: 0 });
    expect(byStranger.status(), path).toBe(302);
    expect(byStranger.headers()["location"], path).toContain("/login");
    const refused = needs === "anybody" ? [] : roles.filter((role) => !roleAllows(role, needs));
    await onEach(refused, async (role) => {
      const answer = await crew.members[role].http.post(fill(path), { form: { intent: "nonsense", id: "x" }, headers, maxRedirects: 0 });
      expect(answer.status(), `${path} by ${role}`).toBe(403);
    });
  }
});

test("no page takes a form that another site posts", async ({ crew, request }) => {
  const { cookies } = await crew.owner.http.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.test" },
    { origin: "null" },
    { origin: "http://127.0.0.1:1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    {},
  ];
  // Shops with our script post from elsewhere by design and prove themselves otherwise.
  const paths = routePaths()
    .filter((path) => !/^\/(collect|public)\//.test(path))
    .map(fill);
  for (const headers of foreign) {
    await onEach(paths, async (path) => {
      const answer = await request.post(path, { headers: { ...headers, cookie }, form: { a: "b" }, maxRedirects: 0 });
      await expectProblem(answer, 403, `${path} from ${JSON.stringify(headers)}`);
    });
  }
});
