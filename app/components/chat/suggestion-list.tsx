import { CornerDownRight } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";

type Props = { label: string; suggestions: readonly string[]; onAsk: (question: string) => void; isBusy?: boolean };

/** Questions one can ask by a click. */
export function SuggestionList({ label, suggestions, onAsk, isBusy = false }: Props) {
  if (suggestions.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {suggestions.map((question) => (
        <li key={question} className="max-w-full">
          <Button
            className="h-auto min-h-9 max-w-full py-1.5 text-left font-normal whitespace-normal"
            icon={<CornerDownRight aria-hidden className="text-muted" />}
            disabled={isBusy}
            onClick={() => onAsk(question)}
          >
            {question}
          </Button>
        </li>
      ))}
    </ul>
  );
}
