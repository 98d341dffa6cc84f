import type { ShownFigure } from "./figure-words.ts";

type FigureListProps = {
  figures: readonly ShownFigure[];
  nameOf: (key: string) => string;
  show: (value: string | number, unit?: string) => string;
};

/** What a rule saw: names and figures in two columns that wrap on phones. */
export function FigureList({ figures, nameOf, show }: FigureListProps) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {figures.map(({ key, value, unit }) => (
        <div key={key} className="flex min-w-0 items-baseline gap-2">
          <dt className="text-faint">{nameOf(key)}</dt>
          <dd className="min-w-0 font-semibold break-words">{show(value, unit)}</dd>
        </div>
      ))}
    </dl>
  );
}
