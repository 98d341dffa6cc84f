import { useTranslation } from "#app/i18n/use-translation.ts";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { useConsole, useLive } from "./use-console.ts";

/** Paths to the names pages have in the navigation. */
const pageNames = {
  "/overview": "nav.overview",
  "/orders": "nav.orders",
  "/questions": "nav.questions",
  "/reviews": "nav.reviews",
  "/activity": "nav.activity",
  "/notifications": "nav.notifications",
  "/settings/profile": "nav.profile",
  "/settings/sessions": "nav.sessions",
  "/settings/workspace": "nav.workspace",
  "/settings/team": "nav.team",
  "/settings/api-keys": "nav.apiKeys",
  "/settings/connect": "nav.connect",
  "/settings/audit": "nav.audit",
  "/settings/deliveries": "nav.deliveries",
} as const;

function isNamed(path: string): path is keyof typeof pageNames {
  return Object.hasOwn(pageNames, path);
}

/** Who has the console open right now, and where. */
export function PeopleHere() {
  const { t } = useTranslation("console");
  const { people } = useLive();
  const { member } = useConsole();
  if (people.length <= 1) return <p className="text-muted">{t("here.alone")}</p>;
  return (
    <ul className="grid gap-2.5">
      {people.map((person) => (
        <li key={person.userId} className="flex items-center gap-3">
          <Avatar name={person.name} presence="online" size="sm" />
          <span className="min-w-0 grow truncate">
            {person.name}
            {person.userId === member.userId ? <span className="text-faint"> ({t("here.you")})</span> : null}
          </span>
          <span className="shrink-0 text-sm text-faint">
            {isNamed(person.path) ? t("here.onPage", { page: t(pageNames[person.path]) }) : t("here.somewhere")}
          </span>
        </li>
      ))}
    </ul>
  );
}
