import { useRef, useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { type BatchingChoice, BatchingFields } from "#app/components/waves/batching-fields.tsx";
import { ReleasePreviewCard } from "#app/components/waves/release-preview.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import type { DemandOrder } from "#app/domain/warehouse/fulfil/list-demand.server.ts";
import type { Released } from "#app/domain/warehouse/fulfil/release-wave.server.ts";
import type { ReleasePreview } from "#app/domain/warehouse/waves/preview-release.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DemandTable } from "./demand-table.tsx";

type Answer = FormProblem | (Released & { ok: true });
type PreviewAnswer = FormProblem | { ok: true; preview: ReleasePreview };
export type Place = { id: string; name: string };

/** Orders are chosen and released as one wave. */
export function ReleaseForm({ orders, warehouses, mayRelease }: { orders: DemandOrder[]; warehouses: Place[]; mayRelease: boolean }) {
  const { t } = useTranslation(["fulfilment", "waves"]);
  const navigate = useNavigate();
  const fetcher = useFetcher<Answer>();
  const previewing = useFetcher<PreviewAnswer>();
  const form = useRef<HTMLFormElement>(null);
  const [batching, setBatching] = useState<BatchingChoice>({ kind: "each", most: "" });
  /** What the preview that is shown was asked of. */
  const [previewed, setPreviewed] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const able = orders.filter(({ hindrance }) => hindrance === null).map(({ id }) => id);
  const wanted = able.filter((id) => chosen.has(id));
  const asked = JSON.stringify([wanted, batching]);
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) return;
    setChosen(new Set());
    previewing.reset();
    const { waveId, released, number } = answer;
    const see = waveId === null ? {} : { action: { label: t("seeWave"), onPress: () => void navigate(`/warehouse/waves/${waveId}`) } };
    if (released > 0) toast.ok(t("releasedToast", { count: released, wave: number ?? 0 }), see);
    if (answer.skipped.length > 0) toast.wrong(t("skippedToast", { count: answer.skipped.length }));
  });
  const toggle = (id: string) => setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));
  const table = <DemandTable orders={orders} chosen={mayRelease ? new Set(wanted) : null} onToggle={toggle} />;
  if (!mayRelease) return <Card className="overflow-clip">{table}</Card>;
  const problem = fetcher.data?.ok === false ? fetcher.data : undefined;
  const previewProblem = previewing.data?.ok === false ? previewing.data : undefined;
  const preview = previewing.data?.ok === true ? previewing.data.preview : undefined;
  return (
    <fetcher.Form ref={form} method="post" className="grid gap-6">
      {wanted.map((id) => (
        <input key={id} type="hidden" name="orderIds" value={id} />
      ))}
      {problem === undefined || batchingError(problem) !== undefined ? null : (
        <InlineAlert tone="wrong" title={problem.fields["orderIds"] ?? problem.error} />
      )}
      <Card>
        <CardBody>
          <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
            {warehouses.length === 1 ? (
              <input type="hidden" name="warehouseId" value={warehouses[0]?.id ?? ""} />
            ) : (
              <Field label={t("warehouse")} name="warehouseId">
                <NativeSelect options={warehouses.map(({ id, name }) => ({ value: id, label: name }))} />
              </Field>
            )}
            <label className="flex min-h-11 items-center gap-3">
              <Checkbox
                checked={able.length > 0 && wanted.length === able.length}
                indeterminate={wanted.length > 0 && wanted.length < able.length}
                disabled={able.length === 0}
                onChange={() => setChosen(wanted.length === able.length ? new Set() : new Set(able))}
              />
              {t("chooseAll")}
            </label>
            <BatchingFields value={batching} onChange={setBatching} error={batchingError(problem ?? previewProblem)} />
            <Button
              disabled={wanted.length === 0}
              loading={previewing.state !== "idle"}
              onClick={() => {
                setPreviewed(asked);
                void previewing.submit(form.current, { method: "post" });
              }}
            >
              {t("preview", { ns: "waves" })}
            </Button>
            <Button
              type="submit"
              name="intent"
              value="release"
              variant="primary"
              disabled={wanted.length === 0}
              loading={fetcher.state !== "idle"}
            >
              {t("release")} {wanted.length === 0 ? "" : `(${wanted.length})`}
            </Button>
            <p className="min-w-0 basis-full text-sm text-muted">
              {able.length === 0 ? t("noneCanGo") : wanted.length === 0 ? t("chooseFirst") : t("releaseHint")}
            </p>
          </div>
        </CardBody>
      </Card>
      {preview === undefined ? null : previewed === asked ? (
        <ReleasePreviewCard preview={preview} />
      ) : (
        <InlineAlert tone="info" title={t("previewStale", { ns: "waves" })} />
      )}
      <Card className="overflow-clip">{table}</Card>
    </fetcher.Form>
  );
}

function batchingError(problem: FormProblem | undefined): string | undefined {
  return Object.entries(problem?.fields ?? {}).find(([name]) => name.startsWith("batching"))?.[1];
}
