import { useTranslation } from "#app/i18n/use-translation.ts";
import { GuideSection } from "./guide-section.tsx";
import { CodeBlock, Prose } from "./prose.tsx";

type ProtocolsGuideProps = { origin: string; bearer: string };

/** The other two ways in, and the one way out: what programs need that speak no REST, or are called by us. */
export function ProtocolsGuide({ origin, bearer }: ProtocolsGuideProps) {
  const { t } = useTranslation("docs");
  return (
    <>
      <GuideSection id="mcp">
        <Prose text={t("mcp.lead")} className="text-base" />
        <CodeBlock code={mcpCall({ origin, bearer })} />
        <Prose text={t("mcp.acts")} className="text-base" />
        <Prose text={t("mcp.once")} className="text-base" />
        <Prose text={t("mcp.asks")} className="text-base" />
      </GuideSection>
      <GuideSection id="a2a">
        <Prose text={t("a2a.lead")} className="text-base" />
        <CodeBlock code={a2aCall({ origin, bearer })} />
        <Prose text={t("a2a.states")} className="text-base" />
        <Prose text={t("a2a.push")} className="text-base" />
      </GuideSection>
      <GuideSection id="webhooks">
        <Prose text={t("webhooks.lead")} className="text-base" />
        <CodeBlock code={verification} />
        <Prose text={t("webhooks.repeats")} className="text-base" />
      </GuideSection>
    </>
  );
}

function mcpCall({ origin, bearer }: ProtocolsGuideProps): string {
  const params = { name: "query_metrics", arguments: { metric: "gmv", by: ["channel"] } };
  return [
    `curl -X POST "${origin}/mcp"`,
    bearer,
    '-H "Content-Type: application/json"',
    '-H "Accept: application/json, text/event-stream"',
    `-d '${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params })}'`,
  ].join(" \\\n  ");
}

function a2aCall({ origin, bearer }: ProtocolsGuideProps): string {
  const message = { messageId: "m-1", role: "ROLE_USER", parts: [{ text: "GMV by channel in the last 30 days" }] };
  return [
    `curl -X POST "${origin}/a2a"`,
    bearer,
    '-H "Content-Type: application/json"',
    '-H "A2A-Version: 1.0"',
    `-d '${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "SendMessage", params: { message } })}'`,
  ].join(" \\\n  ");
}

const verification = `import { createHmac, timingSafeEqual } from "node:crypto";

function isFromEntrepot(header, body, secret) {
  const { t, v1 } = Object.fromEntries(header.split(",").map((part) => part.split("=")));
  const expected = createHmac("sha256", secret).update(t + "." + body).digest("hex");
  const isFresh = Math.abs(Date.now() / 1000 - Number(t)) < 300;
  return isFresh && v1.length === expected.length && timingSafeEqual(Buffer.from(v1), Buffer.from(expected));
}`;
