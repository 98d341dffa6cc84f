import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { PageClock } from "#app/components/ui/page-clock.tsx";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import { AuditDiff } from "./audit-diff.tsx";

function inSaoPaulo(children: ReactNode) {
  return (
    <PageClock nowMs={Date.parse("2026-11-20T12:00:00Z")} timeZone="America/Sao_Paulo">
      {children}
    </PageClock>
  );
}

/** Each field as one line, the way it is read out. */
async function readFields(): Promise<(string | null | undefined)[]> {
  return (await screen.findAllByRole("term")).map((term) => term.parentElement?.textContent);
}

test("each field says what it was and what it became, in words and not by colour alone", async () => {
  await renderPage(inSaoPaulo(<AuditDiff before={{ role: "viewer", name: "Ana" }} after={{ role: "manager", name: "Ana" }} />));
  expect(await readFields()).toEqual(["RolechangedBefore: ViewerAfter: Manager", "NameunchangedAfter: Ana"]);
});

test("values read as their forms show them: times in the reader's zone, nothing as nothing", async () => {
  const expiresAt = Date.parse("2026-12-01T02:30:00Z");
  await renderPage(
    inSaoPaulo(
      <AuditDiff before={{ timeZone: null, expiresAt: null }} after={{ timeZone: "", expiresAt, scopes: ["team:read", "audit:read"] }} />,
    ),
  );
  expect(await readFields()).toEqual([
    "Time zonechangedBefore: nothingAfter: empty",
    "ExpireschangedBefore: nothingAfter: Nov 30, 2026, 23:30",
    "PermissionsaddedAfter: team:read, audit:read",
  ]);
});

test("what was taken away shows no empty after, and a field nobody named keeps its own name", async () => {
  await renderPage(inSaoPaulo(<AuditDiff before={{ bin_code: "A-01" }} after={null} />));
  expect(await readFields()).toEqual(["bin_coderemovedBefore: A-01"]);
});

test("markup in a value stays text", async () => {
  await renderPage(inSaoPaulo(<AuditDiff before={null} after={{ name: "<img src=x onerror=alert(1)>" }} />));
  expect(await screen.findByText("<img src=x onerror=alert(1)>")).toBeDefined();
  expect(document.querySelector("img")).toBeNull();
});

test("an entry without values says so", async () => {
  await renderPage(inSaoPaulo(<AuditDiff before={null} after={null} />));
  expect(await screen.findByText("This entry carries no values.")).toBeDefined();
});
