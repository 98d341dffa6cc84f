import { Archive, ArchiveRestore, Pencil } from "lucide-react";
import { Badge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CartonRow } from "#app/domain/warehouse/packing/list-cartons.server.ts";
import { formatMoney, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type CartonActs = { edit: (carton: CartonRow) => void; retire: (carton: CartonRow) => void; restore: (carton: CartonRow) => void };

export function CartonTable({ cartons, acts }: { cartons: CartonRow[]; acts: CartonActs | undefined }) {
  const { t } = useTranslation("packing");
  return (
    <Table label={t("list")}>
      <thead>
        <tr>
          <Th>{t("carton")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("own")}
          </Th>
          <Th align="end" className="max-sm:hidden">
            {t("carries")}
          </Th>
          <Th align="end">{t("cost")}</Th>
          {acts === undefined ? null : (
            <Th className="w-px">
              <span className="sr-only">{t("acts")}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {cartons.map((carton) => (
          <CartonLine key={carton.id} carton={carton} acts={acts} />
        ))}
      </tbody>
    </Table>
  );
}

function CartonLine({ carton, acts }: { carton: CartonRow; acts: CartonActs | undefined }) {
  const { t } = useTranslation("packing");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const { name, lengthMm, widthMm, heightMm, weightGrams, maxWeightGrams, costCents, currency, isActive } = carton;
  return (
    <Tr>
      <Td>
        <span className="font-medium">{name}</span> {isActive ? null : <Badge>{t("retired")}</Badge>}
        <span className="block text-sm text-muted">
          {t("insideSize", { length: number(lengthMm), width: number(widthMm), height: number(heightMm) })}
        </span>
      </Td>
      <Td align="end" className="max-sm:hidden">
        {t("grams", { shown: number(weightGrams) })}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {t("grams", { shown: number(maxWeightGrams) })}
      </Td>
      <Td align="end">
        {costCents === null ? <span className="text-faint">{t("noCost")}</span> : formatMoney(costCents, currency, locale)}
      </Td>
      {acts === undefined ? null : (
        <Td>
          <span className="flex justify-end gap-1">
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("editLabel", { name })}
              icon={<Pencil aria-hidden />}
              onClick={() => acts.edit(carton)}
            />
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={isActive ? t("retireLabel", { name }) : t("restoreLabel", { name })}
              icon={isActive ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
              onClick={() => (isActive ? acts.retire(carton) : acts.restore(carton))}
            />
          </span>
        </Td>
      )}
    </Tr>
  );
}
