import { FileDown, Mail } from "lucide-react";
import type { ShouldRevalidateFunctionArgs } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { ArtifactSection } from "#app/components/dashboards/artifact-section.tsx";
import { ArtifactSettings } from "#app/components/dashboards/artifact-settings.tsx";
import { VisibilityBadge } from "#app/components/dashboards/visibility-badge.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { changeArtifact } from "#app/domain/artifacts/change-artifact.server.ts";
import { pinAnswer } from "#app/domain/artifacts/pin-answer.server.ts";
import { readArtifact } from "#app/domain/artifacts/read-artifact.server.ts";
import { removeArtifact } from "#app/domain/artifacts/remove-artifact.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import type { Route } from "./+types/artifact.ts";

export const handle = { i18n: ["dashboards", "answers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "chat:read");
  const artifact = await orErrorPage(readArtifact(ctx, { id: args.params.id }));
  return { title: titled(artifact.title), artifact };
}

type ArtifactPost = { ok: true; intent: string; href: string | null };

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "chat:write");
  const { id } = args.params;
  const form = await formFields(args.request, "intent", "title", "note", "visibility", "place");
  return tryVerb(args.context, async (): Promise<ArtifactPost> => {
    switch (form.intent) {
      case "remove":
        await removeArtifact(ctx, { id });
        return { ok: true, intent: "remove", href: "/artifacts" };
      case "pin":
        return { ok: true, intent: "pin", href: await pin(ctx, id, Number(form.place)) };
      case "visibility":
        await changeArtifact(ctx, { id, visibility: form.visibility });
        return { ok: true, intent: form.visibility, href: null };
      default:
        await changeArtifact(ctx, { id, title: form.title, note: form.note });
        return { ok: true, intent: "save", href: null };
    }
  });
}

/** What was just deleted cannot be read again; its page is left by the answer. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get("intent") === "remove" ? false : defaultShouldRevalidate;
}

async function pin(ctx: ServiceContext, id: string, place: number): Promise<string> {
  const { sections } = await readArtifact(ctx, { id });
  const { dashboardId } = await pinAnswer(ctx, { section: sections[place] ?? {} });
  return `/dashboards/${dashboardId}`;
}

export default function Artifact({ loaderData: { artifact } }: Route.ComponentProps) {
  useChanges("answers", "orders", "listings", "service", "warehouse", "shoppers", "models");
  const { t } = useTranslation("dashboards");
  const mayWrite = useConsole().actions.includes("chat:write");
  const { id, title, note, answers, pictures, visibility, keptAt } = artifact;
  return (
    <>
      <PageHeader
        title={<bdi>{title}</bdi>}
        state={<VisibilityBadge visibility={visibility} />}
        actions={
          <>
            <LinkButton to={`/api/v1/artifacts/${id}/file?as=csv`} reloadDocument icon={<FileDown aria-hidden />}>
              {t("file.csv")}
            </LinkButton>
            <LinkButton to={`/api/v1/artifacts/${id}/file?as=pdf`} reloadDocument icon={<FileDown aria-hidden />}>
              {t("file.pdf")}
            </LinkButton>
            {mayWrite ? (
              <LinkButton to={`/mails/new?kind=artifact&id=${id}`} icon={<Mail aria-hidden />}>
                {t("artifact.mail")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {note === "" ? null : <p className="max-w-prose wrap-anywhere whitespace-pre-line">{note}</p>}
      {answers.map((answer, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- sections of an artifact never move.
        <ArtifactSection key={place} answer={answer} picture={pictures[place] ?? null} keptAt={keptAt} place={place} mayPin={mayWrite} />
      ))}
      {mayWrite ? <ArtifactSettings artifact={artifact} /> : null}
    </>
  );
}
