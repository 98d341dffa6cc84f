import { redirect, useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { ChangeSiteCard } from "#app/components/sites/change-site-card.tsx";
import { InstallCard } from "#app/components/sites/install-card.tsx";
import { type SiteAnswer, SiteActs } from "#app/components/sites/site-acts.tsx";
import { SiteState } from "#app/components/sites/site-state.tsx";
import { VerifyCard } from "#app/components/sites/verify-card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { changeSite } from "#app/domain/sites/change-site.server.ts";
import { listRecentEvents } from "#app/domain/sites/list-recent-events.server.ts";
import { readSite } from "#app/domain/sites/read-site.server.ts";
import { removeSite } from "#app/domain/sites/remove-site.server.ts";
import { renewSiteKey } from "#app/domain/sites/renew-site-key.server.ts";
import { switchSite } from "#app/domain/sites/switch-site.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { depsContext } from "#app/middleware/contexts.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { titled } from "#app/routes/titled.ts";
import { siteOfForm } from "./site-form-data.ts";
import type { Route } from "./+types/site.ts";

export const handle = { i18n: ["sites"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const shownEvents = 12;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const { id } = args.params;
  const site = await orErrorPage(readSite(ctx, { id }));
  const events = await orErrorPage(listRecentEvents(ctx, { id, limit: shownEvents }));
  const { publicUrl, demoShopUrl } = args.context.get(depsContext).config;
  const isDemo = demoShopUrl !== "" && new URL(demoShopUrl).searchParams.get("site") === site.publicKey;
  return { title: titled(site.name), site, events: events.data, endpoint: publicUrl, demoShopUrl: isDemo ? demoShopUrl : "" };
}

type Asked = { ctx: ServiceContext; id: string; form: FormData };

/** All forms of the page, told apart by `intent`, which the answer repeats. */
const verbs = {
  pause: async ({ ctx, id }: Asked) => {
    await switchSite(ctx, { id, isEnabled: false });
    return { ok: true, intent: "pause" } as const;
  },
  resume: async ({ ctx, id }: Asked) => {
    await switchSite(ctx, { id, isEnabled: true });
    return { ok: true, intent: "resume" } as const;
  },
  key: async ({ ctx, id }: Asked) => {
    await renewSiteKey(ctx, { id });
    return { ok: true, intent: "key" } as const;
  },
  save: async ({ ctx, id, form }: Asked) => {
    await changeSite(ctx, { ...siteOfForm(form), id, version: form.get("version") });
    return { ok: true, intent: "save" } as const;
  },
  remove: async ({ ctx, id, form }: Asked) => {
    await removeSite(ctx, { id, name: form.get("confirmation") });
    throw redirect("/sites");
  },
};

function isIntent(value: unknown): value is keyof typeof verbs {
  return typeof value === "string" && Object.hasOwn(verbs, value);
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:write");
  const form = await args.request.formData().catch(() => new FormData());
  const intent = form.get("intent");
  return tryVerb(args.context, async (): Promise<SiteAnswer> => {
    if (!isIntent(intent)) throw new AppError("invalid", "checkFields");
    return verbs[intent]({ ctx, id: args.params.id, form });
  });
}

export default function SitePage({ loaderData: { site, events, endpoint, demoShopUrl } }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("sites");
  const mayWrite = useConsole().actions.includes("shoppers:write");
  const acting = useFetcher<SiteAnswer>();
  useAnswer(acting, (answer) => {
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent !== "save") toast.ok(t(`told.${answer.intent}`));
  });
  return (
    <>
      <PageHeader
        title={site.name}
        state={<SiteState site={site} />}
        actions={
          <>
            <LinkButton to={`/sites/${site.id}/statistics`}>{t("toStatistics")}</LinkButton>
            <LinkButton to={`/sites/${site.id}/chat`}>{t("toChat")}</LinkButton>
            {mayWrite ? <SiteActs site={site} acting={acting} /> : null}
          </>
        }
      />
      {site.isEnabled ? null : <InlineAlert tone="watch" title={t("pausedHint")} />}
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <InstallCard publicKey={site.publicKey} endpoint={endpoint} kind={site.kind} />
        <VerifyCard site={site} events={events} demoShopUrl={demoShopUrl} />
      </div>
      {mayWrite ? <ChangeSiteCard site={site} /> : null}
    </>
  );
}
