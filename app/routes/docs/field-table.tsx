import { useTranslation } from "#app/i18n/use-translation.ts";
import { InlineCode } from "./prose.tsx";
import type { FieldRow } from "./reference.ts";

type FieldTableProps = { title: string; rows: readonly FieldRow[]; showRequired?: boolean };

export function FieldTable({ title, rows, showRequired = false }: FieldTableProps) {
  const { t } = useTranslation("docs");
  if (rows.length === 0) return null;
  return (
    <table className="w-full text-left">
      <caption className="label-caps pb-1 text-left">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("endpoint.name")}</th>
          <th scope="col">{t("endpoint.about")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="border-t border-line align-top">
            <th scope="row" className="w-2/5 py-2 pr-4 font-normal sm:w-56">
              <code className="font-mono wrap-anywhere">{row.name}</code>
              {showRequired && row.isRequired ? <span className="block text-xs text-brass">{t("endpoint.required")}</span> : null}
              {row.place === undefined ? null : <span className="block text-xs text-faint">{t(`endpoint.in.${row.place}`)}</span>}
            </th>
            <td className="py-2">
              <code className="font-mono text-sm wrap-anywhere text-muted">{row.type}</code>
              {row.about === "" ? null : (
                <p className="text-muted">
                  <InlineCode text={row.about} />
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
