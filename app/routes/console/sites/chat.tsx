import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { ChatInstallCard } from "#app/components/public-chat/chat-install-card.tsx";
import { ChatQuestionsCard } from "#app/components/public-chat/chat-questions-card.tsx";
import { type ChatAnswer, ChatSettingsCard } from "#app/components/public-chat/chat-settings-card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { forgetPublicQuestions } from "#app/domain/public-chat/forget-public-questions.server.ts";
import { outcomes } from "#app/domain/public-chat/kinds.ts";
import { listPublicQuestions } from "#app/domain/public-chat/list-public-questions.server.ts";
import { readPublicChat } from "#app/domain/public-chat/read-public-chat.server.ts";
import { savePublicChat } from "#app/domain/public-chat/save-public-chat.server.ts";
import { readSite } from "#app/domain/sites/read-site.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { depsContext } from "#app/middleware/contexts.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/chat.ts";

export const handle = { i18n: ["visitors"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const shownQuestions = 25;

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:read");
  const { id } = args.params;
  const query = new URL(args.request.url).searchParams;
  const outcome = outcomes.find((one) => one === query.get("outcome"));
  const cursor = query.get("cursor") ?? undefined;
  const site = await orErrorPage(readSite(ctx, { id }));
  const [chat, page] = await orErrorPage(
    Promise.all([readPublicChat(ctx, { id }), listPublicQuestions(ctx, { id, outcome, cursor, limit: shownQuestions })]),
  );
  const { publicUrl, demoShopUrl } = args.context.get(depsContext).config;
  const isDemo = demoShopUrl !== "" && new URL(demoShopUrl).searchParams.get("site") === site.publicKey;
  return {
    title: await pageTitle(args.context, "visitors", "title", { site: site.name }),
    site: { id: site.id, name: site.name, publicKey: site.publicKey },
    ...chat,
    ...page,
    outcome,
    endpoint: publicUrl,
    demoShopUrl: isDemo ? demoShopUrl : "",
  };
}

type Asked = { ctx: ServiceContext; id: string; form: FormData };

/** Both forms of the page, told apart by `intent`, which the answer repeats. */
const verbs = {
  save: async ({ ctx, id, form }: Asked) => {
    await savePublicChat(ctx, {
      id,
      version: form.get("version"),
      isOn: form.has("isOn"),
      greeting: form.get("greeting"),
      publicText: form.get("publicText"),
      publicParagraphs: form.getAll("publicParagraphs"),
      showsPrices: form.has("showsPrices"),
      showsAvailability: form.has("showsAvailability"),
      usesModel: form.has("usesModel"),
      questionsPerDay: form.get("questionsPerDay"),
      modelAnswersPerDay: form.get("modelAnswersPerDay"),
      keepDays: form.get("keepDays"),
    });
    return { ok: true, intent: "save" } as const;
  },
  forget: async ({ ctx, id, form }: Asked) => {
    const questionId = form.get("questionId") ?? undefined;
    return { ok: true, intent: "forget", ...(await forgetPublicQuestions(ctx, { id, questionId })) } as const;
  },
};

function isIntent(value: unknown): value is keyof typeof verbs {
  return typeof value === "string" && Object.hasOwn(verbs, value);
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "shoppers:write");
  const form = await args.request.formData().catch(() => new FormData());
  const intent = form.get("intent");
  return tryVerb(args.context, async (): Promise<ChatAnswer> => {
    if (!isIntent(intent)) throw new AppError("invalid", "checkFields");
    return verbs[intent]({ ctx, id: args.params.id, form });
  });
}

export default function SiteChat({ loaderData }: Route.ComponentProps) {
  useChanges("shoppers");
  const { t } = useTranslation("visitors");
  const locale = useLocale();
  const mayWrite = useConsole().actions.includes("shoppers:write");
  const { site, settings, paragraphs, counts, data, nextCursor, outcome, endpoint, demoShopUrl } = loaderData;
  return (
    <>
      <PageHeader
        title={t("title", { site: site.name })}
        state={settings.isOn ? t("stateOn") : t("stateOff")}
        actions={<LinkButton to={`/sites/${site.id}`}>{t("toSite")}</LinkButton>}
      />
      <section aria-label={t("counts.title")} className="grid gap-4 sm:grid-cols-3">
        {outcomes.map((one) => (
          <Figure
            key={one}
            label={t(`counts.${one}`)}
            value={formatNumber(counts[one], locale)}
            period={t("counts.title")}
            to={`?outcome=${one}`}
          />
        ))}
      </section>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <div className="grid gap-5">
          {mayWrite ? <ChatSettingsCard settings={settings} paragraphs={paragraphs} /> : null}
          <ChatInstallCard publicKey={site.publicKey} endpoint={endpoint} demoShopUrl={demoShopUrl} />
        </div>
        <ChatQuestionsCard questions={data} nextCursor={nextCursor} outcome={outcome} mayWrite={mayWrite} />
      </div>
    </>
  );
}
