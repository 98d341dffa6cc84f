import type { Endpoint } from "./endpoints.ts";

const long = "x".repeat(5_000);
const read = { status: 200 };
const missing = { status: 404 };
const notText: unknown[] = [1, true, null, [], {}];
const notLine = [...notText, "", "  ", long, "a\u0000b", "a\u202eb", "two\nlines"];
const notChoice = [...notText, "", "Chart", long, "__proto__", "constructor"];
const notFlag = ["true", 1, null, [], {}];
const section = { title: "Orders", query: { metric: "orders" } };
const notSections = ["x", 1, null, [], {}];
const badSections = {
  "sections.0.title": [[{ ...section, title: "" }], [{ ...section, title: long }]],
  "sections.0.query.metric": [[{ ...section, query: { metric: "profit-of-others" } }], [{ ...section, query: { metric: "__proto__" } }]],
  "sections.0.query.by.0": [[{ ...section, query: { metric: "orders", by: ["zone"] } }]],
};
const schedule = { subjectKind: "artifact", subjectId: "nobody_0000", rhythm: { every: "daily", hour: 8 }, recipients: ["nobody_0000"] };
const badRhythms = {
  rhythm: ["x", 1, null, [], {}],
  "rhythm.hour": [{ every: "daily" }, { every: "daily", hour: 24 }, { every: "daily", hour: "x" }],
  "rhythm.weekday": [{ every: "weekly", hour: 8, weekday: 8 }],
  "rhythm.day": [{ every: "monthly", hour: 8, day: 0 }],
};

/** What is kept of answers, boards, and mails that come by themselves. */
export const artifactsEndpoints: Record<string, Endpoint> = {
  artifacts: {
    GET: { needs: "chat:read", probe: read },
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["title", "kind", "sections"] },
      refuses: {
        valid: { title: "Orders", kind: "chart", sections: [section] },
        fields: { title: notLine, kind: notChoice, visibility: notChoice, sections: notSections, ...badSections },
      },
    },
  },
  "artifacts/:id": {
    GET: { needs: "chat:read", probe: missing },
    PATCH: {
      needs: "chat:write",
      probe: { body: { title: "Other" }, status: 404 },
      refuses: { valid: { title: "Other" }, fields: { title: notLine, visibility: notChoice, note: [1, true, null, [], {}, long] } },
    },
    DELETE: { needs: "chat:write", probe: missing },
  },
  "artifacts/:id/restore": { POST: { needs: "chat:write", probe: missing } },
  "artifacts/:id/file": { GET: { needs: "chat:read", probe: missing } },
  dashboards: {
    GET: { needs: "chat:read", probe: read },
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["name"] },
      refuses: { valid: { name: "Numbers" }, fields: { name: notLine, visibility: notChoice, isStarter: notFlag } },
    },
  },
  "dashboards/:id": {
    GET: { needs: "chat:read", probe: missing },
    PATCH: {
      needs: "chat:write",
      probe: { body: { name: "Other" }, status: 404 },
      refuses: {
        valid: { name: "Other" },
        fields: {
          name: notLine,
          visibility: notChoice,
          isDefault: [false, ...notFlag],
          "period.from": [{ from: "yesterday", to: "2026-01-01" }],
        },
      },
    },
    DELETE: { needs: "chat:write", probe: missing },
  },
  "dashboards/:id/restore": { POST: { needs: "chat:write", probe: missing } },
  "dashboards/:id/order": {
    PUT: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["pinIds"] },
      refuses: { valid: { pinIds: ["nobody_0000"] }, fields: { pinIds: ["x", 1, null, [], {}], "pinIds.0": [[1], [""], [long]] } },
    },
  },
  "dashboards/:id/file": { GET: { needs: "chat:read", probe: missing } },
  pins: {
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["section"] },
      refuses: {
        valid: { dashboardId: "nobody_0000", section },
        fields: {
          section: ["x", 1, null, []],
          "section.title": [{ ...section, title: "" }],
          size: notChoice,
          dashboardId: [1, true, null, [], {}, "", long],
        },
      },
    },
  },
  "pins/:id": {
    GET: { needs: "chat:read", probe: missing },
    PATCH: {
      needs: "chat:write",
      probe: { body: { size: "full" }, status: 404 },
      refuses: { valid: { size: "full" }, fields: { title: notLine, size: notChoice } },
    },
    DELETE: { needs: "chat:write", probe: missing },
  },
  "report-schedules": {
    GET: { needs: "chat:read", probe: read },
    POST: {
      needs: "chat:write",
      probe: { body: {}, status: 400, errors: ["subjectKind", "subjectId", "rhythm", "recipients"] },
      refuses: {
        valid: schedule,
        fields: {
          subjectKind: notChoice,
          subjectId: [...notText, "", long],
          ...badRhythms,
          recipients: ["x", 1, null, [], {}],
          "recipients.0": [[1], [""], [long]],
        },
      },
    },
  },
  "report-schedules/:id": {
    GET: { needs: "chat:read", probe: missing },
    PATCH: {
      needs: "chat:write",
      probe: { body: { isOn: false }, status: 404 },
      refuses: { valid: { isOn: false }, fields: { isOn: notFlag, ...badRhythms, recipients: ["x", 1, null, [], {}] } },
    },
    DELETE: { needs: "chat:write", probe: missing },
  },
  "report-schedules/:id/send": { POST: { needs: "chat:write", isForPeople: true, probe: missing } },
  "report-schedules/:id/sendings": { GET: { needs: "chat:read", probe: missing } },
  "report-schedules/:id/follow": {
    POST: {
      needs: "chat:read",
      isForPeople: true,
      probe: { body: {}, status: 400, errors: ["isIn"] },
      refuses: { valid: { isIn: true }, fields: { isIn: notFlag } },
    },
  },
};
