import { History, Pin } from "lucide-react";
import { useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import { HowComputed } from "#app/components/answers/how-computed.tsx";
import { useQueryWords } from "#app/components/answers/use-query-words.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { SectionAnswer, SectionPicture } from "#app/domain/artifacts/section-answer.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SectionView, Shown } from "./section-view.tsx";

type ArtifactSectionProps = { answer: SectionAnswer; picture: SectionPicture | null; keptAt: number; place: number; mayPin: boolean };

/** A question as it is answered now, and beside it how it was when it was kept. */
export function ArtifactSection({ answer, picture, keptAt, place, mayPin }: ArtifactSectionProps) {
  const { t } = useTranslation("dashboards");
  const say = useQueryWords();
  const navigate = useNavigate();
  const [isThenShown, setThenShown] = useState(false);
  const pinning = useFetcher<{ ok: true; href: string | null } | FormProblem>();
  useAnswer(pinning, (pinned) => {
    if (!pinned.ok) toast.wrong(pinned.error);
    else
      toast.ok(t("artifact.pinned"), {
        action: { label: t("artifact.toBoard"), onPress: () => void navigate(pinned.href ?? "/dashboards") },
      });
  });
  const when = say.when(answer.query.when);
  return (
    <Card>
      <CardHeader title={<bdi>{answer.title}</bdi>} description={when.dates === undefined ? when.name : `${when.name} · ${when.dates}`} />
      <CardBody className={isThenShown && picture !== null ? "grid gap-8 xl:grid-cols-2" : ""}>
        <SectionView answer={answer} />
        {isThenShown && picture !== null ? (
          <section className="grid min-w-0 content-start gap-3 border-line max-xl:border-t max-xl:pt-5 xl:border-l xl:pl-8">
            <h3 className="font-semibold text-muted">
              {t("artifact.then")} <DateTime ms={keptAt} />
            </h3>
            <Shown title={answer.title} chart={answer.chart} picture={picture} />
          </section>
        ) : null}
      </CardBody>
      <CardFooter className="justify-start">
        {answer.state === "answered" ? (
          <HowComputed query={answer.query} comparedWith={answer.result.comparedWith} asOfMs={answer.asOfMs} />
        ) : null}
        {picture === null ? (
          <span className="text-sm text-muted">{t("artifact.thenHidden")}</span>
        ) : (
          <Button
            size="sm"
            variant="ghost"
            icon={<History aria-hidden />}
            aria-expanded={isThenShown}
            onClick={() => setThenShown(!isThenShown)}
          >
            {t(isThenShown ? "artifact.hideThen" : "artifact.showThen")}
          </Button>
        )}
        {mayPin ? (
          <Button
            size="sm"
            variant="ghost"
            icon={<Pin aria-hidden />}
            loading={pinning.state !== "idle"}
            onClick={() => void pinning.submit({ intent: "pin", place: String(place) }, { method: "post" })}
          >
            {t("artifact.pin")}
          </Button>
        ) : null}
      </CardFooter>
    </Card>
  );
}
