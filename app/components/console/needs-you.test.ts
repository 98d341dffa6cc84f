import { expect, test } from "vitest";
import { needsOf } from "./needs-you.tsx";

const quiet = {
  unread: 0,
  deadLetters: 0,
  channelsToMend: 0,
  lateOrders: 0,
  waitingApprovals: 0,
  openQuestions: 0,
  openAdvice: 0,
  openProposals: 0,
  waitingInvitations: 0,
  members: 2,
};

test("what buyers wait for comes before what agents ask, and nobody is told of what they may not see", () => {
  const counts = { ...quiet, lateOrders: 2, waitingApprovals: 1, openQuestions: 3, openProposals: 4 };
  const all = needsOf(counts, ["orders:read", "service:write", "chat:read", "agents:write"]);
  expect(all.map(({ kind, count, to }) => [kind, count, to])).toEqual([
    ["late", 2, "/orders?late=1"],
    ["questions", 3, "/questions"],
    ["approvals", 1, "/approvals"],
    ["proposals", 4, "/proposals"],
  ]);
  expect(needsOf(counts, ["chat:read"]).map(({ kind }) => kind)).toEqual(["approvals"]);
  expect(needsOf(quiet, ["orders:read", "chat:read"])).toEqual([]);
});
