import { Link } from "react-router";
import { useTranslation } from "#app/i18n/use-translation.ts";

type WaveLinkProps = { waveId: string | null; wave: number | null; batch?: number | null };

/** The wave that an order is picked in, and which of its walks. Nothing for an order that is in none. */
export function WaveLink({ waveId, wave, batch = null }: WaveLinkProps) {
  const { t } = useTranslation("fulfilment");
  if (waveId === null || wave === null) return null;
  return (
    <Link to={`/warehouse/waves/${waveId}${batch === null ? "" : `#batch-${batch}`}`} className="underline underline-offset-4">
      {batch === null ? t("waveNumber", { number: wave }) : t("waveBatch", { number: wave, batch })}
    </Link>
  );
}
