import { long, notText, notChoice, notName, notEmail, notNumber } from "./wrong-values.ts";
import type { RouteConfigEntry } from "@react-router/dev/routes";
import type { Action } from "#app/domain/accounts/permissions.ts";
import routes from "#app/routes.ts";
import { artifactsEndpoints } from "./endpoints-artifacts.ts";
import { analysisEndpoints } from "./endpoints-analysis.ts";
import { catalogEndpoints } from "./endpoints-catalog.ts";
import { agentsEndpoints } from "./endpoints-agents.ts";
import { delegationsEndpoints } from "./endpoints-delegations.ts";
import { approvalsEndpoints } from "./endpoints-approvals.ts";
import { conversationsEndpoints } from "./endpoints-conversations.ts";
import { shoppersEndpoints } from "./endpoints-shoppers.ts";
import { aiEndpoints } from "./endpoints-ai.ts";
import { meaningEndpoints } from "./endpoints-meaning.ts";
import { metricsEndpoints } from "./endpoints-metrics.ts";
import { sitesEndpoints } from "./endpoints-sites.ts";
import { patternsEndpoints } from "./endpoints-patterns.ts";
import { warehouseEndpoints } from "./endpoints-warehouse.ts";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

/** What stands in the path of an endpoint about one row. */
export type RowKind =
  | "member"
  | "invitation"
  | "apiKey"
  | "session"
  | "exportJob"
  | "deadLetter"
  | "product"
  | "listing"
  | "listingChange"
  | "advice"
  | "trend"
  | "pattern"
  | "zone"
  | "carton"
  | "aiProvider"
  | "aiCap"
  | "variant";

export type Call = {
  /** `nobody` answers without a sign-in, `anybody` answers every caller it knows. */
  needs: Action | "nobody" | "anybody";
  /** Keys are refused: it is about the person's own things. */
  isForPeople?: true;
  /** People are refused: it is what programs have instead of a session. */
  isForKeys?: true;
  row?: RowKind;
  /** A body that changes nothing, and what a caller who may call gets for it. */
  probe: { body?: Record<string, unknown>; status: number; errors?: string[] };
  /** Fields, each with values that must be refused under its own name. */
  refuses?: { valid: Record<string, unknown>; fields: Record<string, unknown[]> };
};

export type Endpoint = Partial<Record<Method, Call>>;

const read = { status: 200 };
const missing = { status: 404 };

/** Every endpoint of the API with all its methods. What is not here must answer "no such endpoint". */
export const endpoints: Record<string, Endpoint> = {
  health: { GET: { needs: "nobody", probe: read } },
  me: {
    GET: { needs: "anybody", probe: read },
    PATCH: {
      needs: "anybody",
      isForPeople: true,
      probe: { body: {}, status: 200 },
      refuses: {
        valid: { name: "Name" },
        fields: { name: notName, theme: notChoice, timeZone: [...notText, long, "Mars/Base"] },
      },
    },
  },
  workspace: {
    GET: { needs: "workspace:read", probe: read },
    PUT: {
      needs: "workspace:write",
      probe: { body: {}, status: 400, errors: ["name", "timeZone", "currency", "locale", "version"] },
      refuses: {
        valid: { name: "Name", timeZone: "UTC", currency: "BRL", locale: "en", version: 1 },
        fields: {
          name: notName,
          timeZone: [...notChoice, "Mars/Base"],
          currency: [...notChoice, "XXZ"],
          locale: notChoice,
          version: notNumber,
        },
      },
    },
  },
  members: { GET: { needs: "team:read", probe: read } },
  "members/:id": {
    PATCH: {
      needs: "team:write",
      isForPeople: true,
      row: "member",
      probe: { body: {}, status: 400 },
      refuses: { valid: {}, fields: { role: notChoice } },
    },
    DELETE: { needs: "team:write", isForPeople: true, row: "member", probe: missing },
  },
  invitations: {
    GET: { needs: "team:read", probe: read },
    POST: {
      needs: "team:write",
      probe: { body: {}, status: 400, errors: ["email", "role"] },
      refuses: { valid: { email: "new@e2e.test", role: "viewer" }, fields: { email: notEmail, role: notChoice } },
    },
  },
  "invitations/:id": {
    POST: { needs: "team:write", row: "invitation", probe: missing },
    DELETE: { needs: "team:write", row: "invitation", probe: missing },
  },
  "api-keys": {
    GET: { needs: "keys:read", probe: read },
    POST: {
      needs: "keys:write",
      probe: { body: {}, status: 400, errors: ["name", "scopes"] },
      refuses: {
        valid: { name: "Key", scopes: ["team:read"], expiresInDays: 1 },
        fields: {
          name: notName,
          scopes: ["team:read", [], null, {}, 1, { 0: "team:read", length: 1 }],
          "scopes.0": [["nothing:read"], [1], [null], [["team:read"]], ["__proto__"]],
          expiresInDays: [...notNumber, 0, -1, 731],
        },
      },
    },
  },
  tokens: { POST: { needs: "anybody", isForKeys: true, probe: { body: {}, status: 201 } } },
  "api-keys/:id": { DELETE: { needs: "keys:write", row: "apiKey", probe: missing } },
  sessions: { GET: { needs: "anybody", isForPeople: true, probe: read } },
  "sessions/:id": { DELETE: { needs: "anybody", isForPeople: true, row: "session", probe: missing } },
  orders: { GET: { needs: "orders:read", probe: read } },
  "orders/:id": { GET: { needs: "orders:read", probe: missing } },
  questions: { GET: { needs: "service:read", probe: read } },
  "questions/:id/answer": {
    POST: {
      needs: "service:write",
      probe: { body: {}, status: 400, errors: ["text"] },
      refuses: { valid: {}, fields: { text: [...notText, "", "   ", long] } },
    },
  },
  reviews: { GET: { needs: "service:read", probe: read } },
  "review-gaps": { GET: { needs: "service:read", probe: read } },
  "review-gaps/:id": {
    PATCH: {
      needs: "service:write",
      probe: { body: {}, status: 400, errors: ["state"] },
      refuses: { valid: { state: "fixing" }, fields: { state: notChoice } },
    },
  },
  "review-gaps/:id/supplier-issues": { POST: { needs: "service:write", probe: { body: {}, status: 400, errors: ["note"] } } },
  "supplier-issues": { GET: { needs: "service:read", probe: read } },
  "supplier-issues/:id/resolve": { POST: { needs: "service:write", probe: missing } },
  "metrics/sales": { GET: { needs: "selling:read", probe: read } },
  audit: { GET: { needs: "audit:read", probe: read } },
  exports: {
    GET: { needs: "audit:read", isForPeople: true, probe: read },
    POST: {
      needs: "audit:read",
      isForPeople: true,
      probe: { body: { from: "yesterday" }, status: 400 },
      refuses: {
        valid: {},
        fields: {
          action: [1, null, [], {}, long],
          actorId: [1, null, [], {}, long],
          search: [1, null, [], {}, long],
          from: notNumber,
          to: notNumber,
        },
      },
    },
  },
  "exports/:id": {
    GET: { needs: "audit:read", isForPeople: true, row: "exportJob", probe: missing },
    DELETE: { needs: "audit:read", isForPeople: true, row: "exportJob", probe: missing },
  },
  activity: { GET: { needs: "activity:read", probe: read } },
  notifications: {
    GET: { needs: "notifications:read", isForPeople: true, probe: read },
    PATCH: {
      needs: "notifications:write",
      isForPeople: true,
      probe: { body: { ids: "all" }, status: 400 },
      refuses: {
        valid: { ids: [] },
        fields: {
          ids: ["x", 1, null, {}, Array.from({ length: 91 }, () => "a")],
          "ids.0": [[1], [long], [null], [[]]],
          isRead: ["true", 1, null, [], {}],
        },
      },
    },
  },
  "metrics/score": { GET: { needs: "selling:read", probe: read } },
  recommendations: { GET: { needs: "selling:read", probe: read } },
  "recommendations/:id": {
    GET: { needs: "selling:read", row: "advice", probe: missing },
    PATCH: {
      needs: "selling:write",
      row: "advice",
      probe: { body: { state: "dismissed" }, status: 404 },
      refuses: { valid: { state: "open" }, fields: { state: notChoice, reason: notChoice } },
    },
  },
  ...patternsEndpoints,
  trends: { GET: { needs: "selling:read", probe: read } },
  "trends/:id": {
    GET: { needs: "selling:read", row: "trend", probe: missing },
    PATCH: {
      needs: "selling:write",
      row: "trend",
      probe: { body: { state: "watched" }, status: 404 },
      refuses: { valid: { state: "open" }, fields: { state: notChoice } },
    },
  },
  channels: { GET: { needs: "channels:read", probe: read } },
  "channels/:id": {
    GET: { needs: "channels:read", probe: missing },
    PATCH: {
      needs: "channels:write",
      probe: { body: { paused: true }, status: 404 },
      refuses: { valid: { paused: true }, fields: { paused: ["yes", 1, null, [], {}] } },
    },
    DELETE: { needs: "channels:write", probe: missing },
  },
  "channels/:id/syncs": {
    POST: {
      needs: "channels:write",
      probe: { body: { extent: "full" }, status: 404 },
      refuses: { valid: { extent: "full" }, fields: { extent: notChoice } },
    },
  },
  "channels/:id/stock": {
    GET: { needs: "warehouse:read", probe: missing },
    PATCH: {
      needs: "channels:write",
      probe: { body: { fromWarehouse: true }, status: 404 },
      refuses: { valid: { fromWarehouse: true }, fields: { fromWarehouse: ["yes", 1, null, [], {}] } },
    },
  },
  ...catalogEndpoints,
  ...artifactsEndpoints,
  ...analysisEndpoints,
  ...warehouseEndpoints,
  ...agentsEndpoints,
  ...approvalsEndpoints,
  ...delegationsEndpoints,
  ...conversationsEndpoints,
  ...sitesEndpoints,
  ...meaningEndpoints,
  ...metricsEndpoints,
  ...aiEndpoints,
  ...shoppersEndpoints,
  "ai/status": { GET: { needs: "workspace:read", probe: read } },
  "dead-letters": { GET: { needs: "deliveries:read", probe: read } },
  "dead-letters/:id": {
    POST: { needs: "deliveries:write", row: "deadLetter", probe: missing },
    DELETE: { needs: "deliveries:write", row: "deadLetter", probe: missing },
  },
};

export type NamedCall = Call & { name: string; path: string; method: Method };

export function allCalls(): NamedCall[] {
  return Object.entries(endpoints).flatMap(([path, endpoint]) =>
    methods.flatMap((method) => {
      const call = endpoint[method];
      return call === undefined ? [] : [{ ...call, name: `${method} /api/v1/${path}`, path: `/api/v1/${path}`, method }];
    }),
  );
}

export function pathTo(call: { path: string }, id = "nobody_0000"): string {
  return call.path.replace(":id", encodeURIComponent(id));
}

/** Every path of the app, with parameters as written in the table of routes. */
export function routePaths(entries: readonly RouteConfigEntry[] = routes, parent = ""): string[] {
  return entries.flatMap((entry) => {
    const path = [parent, entry.path].filter((part) => part !== undefined && part !== "").join("/");
    const own = entry.path !== undefined || entry.index === true ? [`/${path}`] : [];
    return [...own, ...routePaths(entry.children ?? [], path)];
  });
}
