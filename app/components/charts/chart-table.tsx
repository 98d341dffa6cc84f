import { useTranslation } from "#app/i18n/use-translation.ts";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import type { ChartProps } from "./chart-types.ts";

type ChartTableProps = Pick<ChartProps, "title" | "series" | "points"> & {
  previous: readonly number[] | undefined;
  formatValue: (value: number) => string;
};

export function ChartTable({ title, series, points, previous, formatValue }: ChartTableProps) {
  const { t } = useTranslation("ui");
  return (
    <Table label={title}>
      <thead>
        <tr>
          <Th>{title}</Th>
          {series.map((one) => (
            <Th key={one.key} align="end">
              {one.label}
            </Th>
          ))}
          {previous ? <Th align="end">{t("chart.previous")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <Tr key={point.label}>
            <Td>{point.label}</Td>
            {series.map((one) => (
              <Td key={one.key} align="end">
                {formatValue(point.values[one.key] ?? 0)}
              </Td>
            ))}
            {previous ? (
              <Td align="end" className="text-faint">
                {formatValue(previous[index] ?? 0)}
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
