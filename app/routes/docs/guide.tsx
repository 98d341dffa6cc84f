import { useTranslation } from "#app/i18n/use-translation.ts";
import { ProtocolsGuide } from "./guide-protocols.tsx";
import { GuideSection } from "./guide-section.tsx";
import { CodeBlock, Prose } from "./prose.tsx";

export type ErrorRow = { code: string; status: number; meaning: string };

/** What a caller needs to know before the first endpoint. */
export function Guide({ origin, hasDemo, errors }: { origin: string; hasDemo: boolean; errors: readonly ErrorRow[] }) {
  const { t } = useTranslation("docs");
  const key = hasDemo ? "ek_local_demo_owner" : "ek_live_…";
  const bearer = '-H "Authorization: Bearer $ENTREPOT_KEY"';
  const invite = [
    `curl -X POST "${origin}/api/v1/invitations"`,
    bearer,
    '-H "Content-Type: application/json"',
    '-H "Idempotency-Key: invite-ana-1"',
    `-d '{"email":"ana@shop.example","role":"viewer"}'`,
  ].join(" \\\n  ");
  return (
    <>
      <GuideSection id="start">
        <ol className="grid list-decimal gap-4 pl-5 text-base marker:text-faint">
          <li className="space-y-2">
            {t("start.key")} {hasDemo ? t("start.keyDemo") : null}
            <CodeBlock code={`export ENTREPOT_KEY=${key}`} />
          </li>
          <li className="space-y-2">
            {t("start.call")}
            <CodeBlock code={`curl "${origin}/api/v1/me" ${bearer}\ncurl "${origin}/api/v1/members?limit=10" ${bearer}`} />
          </li>
          <li className="space-y-2">
            {t("start.write")}
            <CodeBlock code={invite} />
          </li>
        </ol>
      </GuideSection>
      <GuideSection id="auth">
        <Prose text={t("auth.keys")} className="text-base" />
        <Prose text={t("auth.session")} className="text-base" />
        <Prose text={t("auth.personal")} className="text-base" />
        <Prose text={t("auth.isolation")} className="text-base" />
      </GuideSection>
      <GuideSection id="errors">
        <Prose text={t("errors.lead")} className="text-base" />
        <ErrorTable rows={errors} />
      </GuideSection>
      <GuideSection id="idempotency">
        <Prose text={t("idempotency.lead")} className="text-base" />
        <Prose text={t("idempotency.rules")} className="text-base" />
      </GuideSection>
      <GuideSection id="paging">
        <Prose text={t("paging.lead")} className="text-base" />
      </GuideSection>
      <GuideSection id="limits">
        <Prose text={t("limits.lead")} className="text-base" />
      </GuideSection>
      <ProtocolsGuide origin={origin} bearer={bearer} />
    </>
  );
}

/** Each row is the anchor that a problem's `type` points at. */
function ErrorTable({ rows }: { rows: readonly ErrorRow[] }) {
  const { t } = useTranslation("docs");
  return (
    <table className="w-full text-left">
      <thead>
        <tr className="label-caps">
          <th scope="col" className="py-2 pr-4">
            {t("errors.code")}
          </th>
          <th scope="col" className="py-2 pr-4">
            {t("errors.status")}
          </th>
          <th scope="col" className="py-2">
            {t("errors.meaning")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, status, meaning }) => (
          <tr key={code} id={code} className="scroll-mt-4 border-t border-line align-top target:bg-accent-soft">
            <th scope="row" className="py-2 pr-4 font-mono text-sm font-semibold break-words max-sm:max-w-28">
              {code}
            </th>
            <td className="py-2 pr-4 font-mono text-sm">{status}</td>
            <td className="py-2">
              <Prose text={meaning} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
