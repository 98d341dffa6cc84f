import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { RunSummary } from "#app/domain/channels/list-channels.server.ts";
import { faultKey } from "./channel-words.ts";

const counted = ["listings", "orders", "questions", "reviews", "details"] as const;

/** A run under way: what is read, how many of how many, how long still, what went wrong, and a way to stop it. */
export function RunProgress({ run, channelId, mayWrite }: { run: RunSummary; channelId: string; mayWrite: boolean }) {
  const { t } = useTranslation("channels");
  const { nowMs } = usePageClock();
  const fetcher = useFetcher();
  const { done, total } = amountOf(run);
  const errors = Object.values(run.counts).reduce((sum, count) => sum + count.failed, 0);
  const label = run.state === "waiting" ? t("run.waiting") : t(`run.phases.${run.phase as "orders"}`);
  const timeLeftMs = timeLeft(run, nowMs, done, total);
  const cancel = (
    <fetcher.Form method="post" action={`/channels/${channelId}`}>
      <input type="hidden" name="intent" value="cancel" />
      <input type="hidden" name="run" value={run.id} />
      <Button type="submit" size="sm" variant="ghost" loading={fetcher.state !== "idle"}>
        {t("actions.cancel")}
      </Button>
    </fetcher.Form>
  );
  return (
    <div className="grid gap-2">
      <Progress
        label={label}
        done={done}
        errors={errors}
        {...(total === undefined ? {} : { total })}
        {...(timeLeftMs === undefined ? {} : { timeLeftMs })}
        action={mayWrite ? cancel : null}
      />
      <Counts run={run} />
      <Problems run={run} />
    </div>
  );
}

function Counts({ run }: { run: RunSummary }) {
  const { t } = useTranslation("channels");
  const shown = counted.flatMap((kind) => {
    const count = run.counts[kind];
    return count === undefined ? [] : [{ kind, count }];
  });
  if (shown.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {shown.map(({ kind, count }) => (
        <div key={kind} className="flex gap-1.5">
          <dt>{t(`run.counts.${kind}`)}</dt>
          <dd className="text-ink tabular-nums">
            {count.done}
            {count.total === null ? "" : ` / ${count.total}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Problems({ run }: { run: RunSummary }) {
  const { t } = useTranslation("channels");
  const latest = run.problems.slice(-3).toReversed();
  if (latest.length === 0) return null;
  return (
    <div className="text-sm">
      <p className="text-muted">{t("run.problem")}</p>
      <ul className="grid gap-0.5">
        {latest.map((problem) => (
          <li key={`${problem.at}-${problem.fault}`} className="break-words">
            {t(`faults.${faultKey(problem.fault)}`)} (<RelativeTime ms={problem.at} />)
            {problem.retryAt === null ? null : (
              <>
                {" · "}
                {t("run.retryAt")} <RelativeTime ms={problem.retryAt} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The part that the phase under way counts. */
function amountOf(run: RunSummary): { done: number; total?: number } {
  const count = run.counts[run.phase];
  if (count === undefined) return { done: 0 };
  // What was counted may be all there and the part not over yet: then nobody knows how much is left.
  return count.total === null || count.total <= count.done ? { done: count.done } : { done: count.done, total: count.total };
}

const worthTellingMs = 5_000;

/** Of this part, at the speed so far; nothing is said before enough was seen, nor about the last few seconds. */
function timeLeft(run: RunSummary, nowMs: number, done: number, total: number | undefined): number | undefined {
  if (run.startedAt === null || total === undefined || done < 20) return undefined;
  const perItemMs = (nowMs - run.startedAt) / Object.values(run.counts).reduce((sum, count) => sum + count.done, 0);
  const leftMs = perItemMs * (total - done);
  return leftMs < worthTellingMs ? undefined : leftMs;
}
