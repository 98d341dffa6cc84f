import type { Simulator } from "#app/integrations/simulator.ts";

const controlCalls = [
  ["POST /__control/reset", '{"seed": 1}', "back to a deterministic start"],
  ["GET /__control/state?vendor=mail", "", "what the vendor holds, and the calls it saw"],
  ["POST /__control/scale", '{"vendor": "…"}', "deterministic big data"],
  [
    "POST /__control/faults",
    '{"vendor": "mail", "match": "POST /accounts", "kind": "status", "status": 503, "times": 1}',
    "inject a fault",
  ],
  ["DELETE /__control/faults", "", "clear all faults"],
  ["POST /__control/clock", '{"advanceMs": 60000}', "move the vendors' clocks"],
  ["POST /__control/act", '{"vendor": "mail", "action": "clear"}', "something happens at a vendor; webhooks follow"],
] as const;

/** What someone who opens the simulators' address in a browser wants to know. */
export function homePage(simulators: Simulator[], origin: string): Response {
  const vendors = simulators.map(
    ({ vendor, title, connect }) =>
      `<li><code>/${escape(vendor)}</code> ${escape(title)} · <a href="/__control/state?vendor=${escape(vendor)}">state</a>${told(connect?.(`${origin}/${vendor}`))}</li>`,
  );
  const calls = controlCalls.map(
    ([call, body, meaning]) =>
      `<tr><td><code>${escape(call)}</code></td><td><code>${escape(body)}</code></td><td>${escape(meaning)}</td></tr>`,
  );
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Entrepot simulators</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:3rem auto;padding:0 1rem}td{padding:.3rem 1rem .3rem 0;vertical-align:top}code{font-size:.9em}</style>
<h1>Simulators</h1><p>Third parties as the local app sees them: same wire, no internet.</p>
<h2>Demo shop</h2><p><a href="/demo-shop/">A small shop</a> with Entrepot’s script in it: what is done there shows in the console under Sites.</p>
<h2>Vendors</h2><ul>${vendors.join("")}</ul><h2>Control</h2><table>${calls.join("")}</table></html>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/** How to reach it, for those whose address and key a person types in. */
function told(values: Record<string, string> = {}): string {
  return Object.entries(values)
    .map(([name, value]) => ` · ${escape(name)} <code>${escape(value)}</code>`)
    .join("");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
