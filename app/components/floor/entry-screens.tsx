import { Form, useFetcher, useSearchParams } from "react-router";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { pairingCodeIn } from "#app/domain/floor/pairing-link.ts";
import { readScan } from "#app/domain/warehouse/barcodes/read-scan.ts";
import { CameraScan } from "./camera-scan.tsx";
import { fieldClass, mainButtonClass, sideButtonClass } from "./floor-classes.ts";
import { FloorPage, FloorProblem } from "./floor-frame.tsx";
import type { FloorAnswer } from "./floor-types.ts";
import { useProblemText } from "./use-problem-text.ts";
import { useScanner } from "./use-scanner.ts";

/** Said before it happens: the office session of this browser ends where the floor begins. */
export function OfficeScreen({ name }: { name: string }) {
  const { t } = useTranslation("floor");
  const [query] = useSearchParams();
  return (
    <FloorPage
      title={t("office.title")}
      foot={
        <>
          <a href="/overview" className={sideButtonClass}>
            {t("office.stay")}
          </a>
          <Form method="post" action="/floor">
            <input type="hidden" name="intent" value="leave-office" />
            <input type="hidden" name="code" value={query.get("code") ?? ""} />
            <button type="submit" className={mainButtonClass}>
              {t("office.leave")}
            </button>
          </Form>
        </>
      }
    >
      <p>{t("office.text", { name })}</p>
    </FloorPage>
  );
}

/** Nobody touched it and it could not be put down: whose it is now, only the server can find out. */
export function IdleScreen({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation("floor");
  return (
    <FloorPage
      title={t("bar.offline")}
      foot={
        <button type="button" className={mainButtonClass} onClick={onAgain}>
          {t("bar.lock")}
        </button>
      }
    >
      <p>{t("idle")}</p>
    </FloorPage>
  );
}

export function PairScreen() {
  const { t } = useTranslation("floor");
  const fetcher = useFetcher<FloorAnswer>();
  const problem = useProblemText(fetcher.data, "code");
  const pair = (code: string) => void fetcher.submit({ intent: "pair", code }, { method: "post", action: "/floor" });
  const [query] = useSearchParams();
  const scanned = (raw: string) => {
    const scan = readScan(raw, { thisYear: new Date().getFullYear() });
    pair(scan.kind === "device" ? scan.code : (pairingCodeIn(raw) ?? raw));
  };
  useScanner(scanned);
  return (
    <fetcher.Form method="post" action="/floor" noValidate>
      <input type="hidden" name="intent" value="pair" />
      <FloorPage
        title={t("pair.title")}
        foot={
          <button type="submit" className={mainButtonClass} aria-busy={fetcher.state !== "idle"}>
            {t("pair.pair")}
          </button>
        }
      >
        <p>{t("pair.text")}</p>
        <label className="grid gap-3 font-semibold">
          {t("pair.code")}
          <input
            name="code"
            defaultValue={query.get("code") ?? ""}
            className={`${fieldClass} font-mono tracking-widest uppercase`}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={problem !== undefined}
            aria-describedby="code-problem"
          />
        </label>
        <FloorProblem id="code-problem" text={problem} />
        <CameraScan onScan={scanned} />
      </FloorPage>
    </fetcher.Form>
  );
}
